import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { RecordingChoice } from '#contracts/calls/recordings'
import { type OpenRecording, openRecording } from './open-recording.ts'
import { queryKeys } from './query-keys.ts'
import { slicesOf } from './slices-of.ts'
import { useStudio } from './studio-context.tsx'

/** The first `limit` recordings of the choice; the current ones stay while more of the same list are fetched. */
export function useRecordings(choice: RecordingChoice, limit: number) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.recordings(choice, limit),
    queryFn: ({ signal }) => studio.call('recordings.list', { ...choice, limit }, { signal }),
    placeholderData: keepPreviousData,
  })
}

export function useRecordingCounts() {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.counts,
    queryFn: ({ signal }) => studio.call('recordings.counts', {}, { signal }),
  })
}

/** The cards of these recordings; without ids there is no request. */
export function useRecordingsOf(recordingIds: readonly string[]) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.recordingsOf(recordingIds),
    queryFn: async ({ signal }) => {
      const slices = slicesOf(recordingIds)
      const cards = slices.map((ids) => studio.call('recordings.getMany', { recordingIds: ids }, { signal }))
      return (await Promise.all(cards)).flat()
    },
    enabled: recordingIds.length > 0,
    placeholderData: keepPreviousData,
  })
}

/** Keeps its identity while nothing in it changed, so that an edit does not render the screen. */
export function useRecording(recordingId: string) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.recording(recordingId),
    queryFn: ({ signal }) => studio.call('recordings.get', { recordingId }, { signal }),
    select: openRecording,
  })
}

/** Technical facts; fetched only while `wanted`. */
export function useRecordingDetails(recordingId: string, wanted = true) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.details(recordingId),
    queryFn: ({ signal }) => studio.call('recordings.details', { recordingId }, { signal }),
    enabled: wanted,
  })
}

/** Size of the video's picture, null while it is unknown; fetched only if there is one. */
export function useFilmPicture({ id, hasVideo, missing }: OpenRecording) {
  const studio = useStudio()
  const { data } = useQuery({
    queryKey: queryKeys.picture(id),
    queryFn: ({ signal }) => studio.call('recordings.picture', { recordingId: id }, { signal }),
    enabled: hasVideo && !missing,
    staleTime: Infinity,
  })
  return data?.size ?? null
}

/** Where the shots of the video begin; fetched only if it is `wanted`. */
export function useKnownShots(recordingId: string, wanted: boolean) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.shots(recordingId),
    queryFn: ({ signal }) => studio.call('recordings.shots', { recordingId }, { signal }),
    enabled: wanted,
  })
}

/** What a deletion would remove; fetched each time. */
export function useDeletion(recordingId: string) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.deletion(recordingId),
    queryFn: ({ signal }) => studio.call('recordings.deletion', { recordingId }, { signal }),
    staleTime: 0,
  })
}

/** What the deletion of each of these recordings removes, as it is when this is first asked. */
export function useDeletions(recordingIds: readonly string[]) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.deletions(recordingIds),
    queryFn: ({ signal }) =>
      Promise.all(
        recordingIds.map((recordingId) => studio.call('recordings.deletion', { recordingId }, { signal })),
      ),
    staleTime: Infinity,
    gcTime: 0,
  })
}

/** Maximum number of hits shown by a search. */
export const SEARCH_LIMIT = 500

export function useSearch(words: string) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.search(words),
    queryFn: ({ signal }) => studio.call('recordings.search', { words, limit: SEARCH_LIMIT }, { signal }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  })
}
