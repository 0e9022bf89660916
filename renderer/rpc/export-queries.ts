import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { queryKeys } from './query-keys.ts'
import { slicesOf } from './slices-of.ts'
import { useStudio } from './studio-context.tsx'

/** Videos, sounds, clips and pages that are ready to download. */
export function useKeptMedia(recordingId: string, wanted: boolean) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.films(recordingId),
    queryFn: ({ signal }) => studio.call('exports.films', { recordingId }, { signal }),
    enabled: wanted,
  })
}

/** A recording without a transcript. */
interface RecordingOnly {
  readonly recordingId: string
}

/**
 * The sound that files are made of, as it is kept now.
 * @param of a transcript, or a recording without one
 * @param cut what identifies the cut, of which alone they are; null: of the whole recording
 */
export function useExportedSound(of: string | RecordingOnly, wanted: boolean, cut: string | null) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.exportedSound(typeof of === 'string' ? of : of.recordingId, cut),
    queryFn: ({ signal }) =>
      studio.call(
        'exports.sound',
        {
          ...(typeof of === 'string' ? { transcriptId: of } : { transcriptId: null, ...of }),
          ...(cut === null ? {} : { cut: true }),
        },
        { signal },
      ),
    enabled: wanted,
    // A trim or a chapter may have changed.
    staleTime: 0,
  })
}

/** What a review page of a transcript, or of one speaker's words in it, can have. */
export function useReviewFacts(transcriptId: string, speakerId: string | null) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.review(transcriptId, speakerId),
    queryFn: ({ signal }) => studio.call('exports.review', { transcriptId, speakerId }, { signal }),
    // An edit may have changed it.
    staleTime: 0,
  })
}

/** Of which transcripts' recordings something is cut. */
export function useHaveCuts(transcriptIds: readonly string[]) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.haveCuts(transcriptIds),
    queryFn: async ({ signal }) => {
      const slices = slicesOf(transcriptIds)
      const asked = slices.map((ids) => studio.call('exports.haveCuts', { transcriptIds: ids }, { signal }))
      return (await Promise.all(asked)).flat()
    },
    enabled: transcriptIds.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** The languages of each transcript's translations. */
export function useTranslationLanguagesOf(transcriptIds: readonly string[]) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.languages(transcriptIds),
    queryFn: async ({ signal }) => {
      const slices = slicesOf(transcriptIds)
      const asked = slices.map((ids) => studio.call('exports.languages', { transcriptIds: ids }, { signal }))
      return (await Promise.all(asked)).flat()
    },
    enabled: transcriptIds.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}
