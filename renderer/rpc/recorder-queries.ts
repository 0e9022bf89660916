import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { queryKeys } from './query-keys.ts'
import { useStudio } from './studio-context.tsx'

const ROOM_EVERY_MS = 10_000

/** The stored text made while recording; null if there was none. */
export function useKeptLiveText(recordingId: string) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.liveText(recordingId),
    queryFn: ({ signal }) => studio.call('recorder.liveText', { recordingId }, { signal }),
  })
}

/** Recordings in progress in the library, by this program and others; lengths are from the last request. */
export function useRunningRecordings() {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.running,
    queryFn: ({ signal }) => studio.call('recorder.running', {}, { signal }),
  })
}

/** Recovered recordings that nobody was asked about yet. */
export function useRecoveredRecordings() {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.recovered,
    queryFn: ({ signal }) => studio.call('recorder.recovered', {}, { signal }),
  })
}

/** For how long this disk has room for recordings of this many sources; fetched again every 10 s. */
export function useRecordingSpace(sources: number) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.space(sources),
    queryFn: ({ signal }) => studio.call('recorder.room', { sources }, { signal }),
    refetchInterval: ROOM_EVERY_MS,
    placeholderData: keepPreviousData,
  })
}
