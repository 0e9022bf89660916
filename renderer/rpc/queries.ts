import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallInput, CallName, CallOutput } from '#contracts/calls/calls'
import type { RecordingChoice } from '#contracts/calls/recordings'
import type { Preferences } from '#contracts/preferences'
import { defaultPreferences } from '#contracts/default-preferences'
import { type OpenRecording, openRecording } from './open-recording.ts'
import { useStudio } from './studio-context.tsx'

/** Query keys; events invalidate them by their first part (invalidation.ts). */
export const queryKeys = {
  recordings: (choice: RecordingChoice, limit: number) => ['recordings', 'list', choice, limit],
  counts: ['recordings', 'counts'],
  recordingsOf: (ids: readonly string[]) => ['recordings', 'many', ids],
  recording: (recordingId: string) => ['recordings', 'one', recordingId],
  details: (recordingId: string) => ['recordings', 'details', recordingId],
  deletion: (recordingId: string) => ['recordings', 'deletion', recordingId],
  // Not asked again when one of them is deleted.
  deletions: (recordingIds: readonly string[]) => ['deletions', recordingIds],
  languages: (transcriptIds: readonly string[]) => ['recordings', 'languages', transcriptIds],
  liveText: (recordingId: string) => ['live-text', recordingId],
  films: (recordingId: string) => ['films', recordingId],
  exportedSound: (transcriptId: string, basis: string | null) => ['exported-sound', transcriptId, basis],
  haveCuts: (transcriptIds: readonly string[]) => ['have-cuts', transcriptIds],
  picture: (recordingId: string) => ['picture', recordingId],
  shots: (recordingId: string) => ['shots', recordingId],
  moments: (recordingId: string) => ['moments', 'list', recordingId],
  glossary: (recordingId: string | null) => ['glossary', 'text', recordingId],
  terms: (recordingId: string) => ['glossary', 'terms', recordingId],
  transcripts: (recordingId: string) => ['recordings', 'transcripts', recordingId],
  opinions: (transcriptId: string) => ['opinions', 'list', transcriptId],
  rememberedVoices: ['remembered-voices', 'list'],
  voiceOffers: (transcriptId: string) => ['remembered-voices', 'offers', transcriptId],
  seenSeconds: (recordingId: string) => ['seen-seconds', recordingId],
  opinion: (jobId: string) => ['opinions', 'one', jobId],
  comparison: (transcriptId: string, otherId: string) => ['recordings', 'comparison', transcriptId, otherId],
  meeting: (recordingId: string) => ['moments', 'meeting', recordingId],
  sheet: (transcriptId: string) => ['sheet', transcriptId],
  minutes: (transcriptId: string, chosen: object) => ['minutes', transcriptId, chosen],
  markOffer: (transcriptId: string) => ['mark-offer', transcriptId],
  recognized: (transcriptId: string) => ['recognized', transcriptId],
  jobs: ['jobs'],
  running: ['recorder', 'running'],
  recovered: ['recorder', 'recovered'],
  space: (sources: number) => ['recorder', 'room', sources],
  connections: (recordingId: string | null, limit: number) => ['network', recordingId, limit],
  storageOverview: ['storage', 'overview'],
  soundFacts: (recordingId: string) => ['storage', 'sound', recordingId],
  models: ['models'],
  unreadableModels: ['models', 'unreadable'],
  preferences: ['preferences'],
  program: ['program'],
  energy: ['energy'],
  search: (words: string) => ['search', 'own', words],
  searchOther: (libraryId: string, words: string) => ['search', libraryId, words],
  libraries: ['libraries'],
} as const

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The studio is on this computer: no network is needed, and a failure is reported instead of silently retried.
      queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

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

/** The studio's limit for one call. */
const MAX_AT_ONCE = 1_000

function slicesOf(ids: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, index) =>
    ids.slice(index * size, (index + 1) * size),
  )
}

/** The cards of these recordings; without ids there is no request. */
export function useRecordingsOf(recordingIds: readonly string[]) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.recordingsOf(recordingIds),
    queryFn: async ({ signal }) => {
      const slices = slicesOf(recordingIds, MAX_AT_ONCE)
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

/** Videos with captions that are ready to download. */
export function useKeptFilms(recordingId: string, wanted: boolean) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.films(recordingId),
    queryFn: ({ signal }) => studio.call('exports.films', { recordingId }, { signal }),
    enabled: wanted,
  })
}

/**
 * The sound that files of it are made of, as it is kept now.
 * @param cut what identifies the cut, of which alone they are; null: of the whole recording
 */
export function useExportedSound(transcriptId: string, wanted: boolean, cut: string | null) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.exportedSound(transcriptId, cut),
    queryFn: ({ signal }) =>
      studio.call('exports.sound', { transcriptId, ...(cut === null ? {} : { cut: true }) }, { signal }),
    enabled: wanted,
    // A trim or a chapter may have changed.
    staleTime: 0,
  })
}

/** Of which transcripts' recordings something is cut. */
export function useHaveCuts(transcriptIds: readonly string[]) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.haveCuts(transcriptIds),
    queryFn: async ({ signal }) => {
      const slices = slicesOf(transcriptIds, MAX_AT_ONCE)
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
      const slices = slicesOf(transcriptIds, MAX_AT_ONCE)
      const asked = slices.map((ids) => studio.call('exports.languages', { transcriptIds: ids }, { signal }))
      return (await Promise.all(asked)).flat()
    },
    enabled: transcriptIds.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/**
 * Marks that can be carried over between another transcript of the recording and this one; searched for each
 * time.
 */
export function useMarkOffer(transcriptId: string, wanted: boolean) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.markOffer(transcriptId),
    queryFn: ({ signal }) => studio.call('transcripts.markOffer', { transcriptId }, { signal }),
    enabled: wanted,
    staleTime: 0,
  })
}

/** The transcript whose words gave an aligned text its times; null if there is none. */
export function useRecognized(transcriptId: string, wanted: boolean) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.recognized(transcriptId),
    queryFn: async ({ signal }) => {
      const { transcriptId: id } = await studio.call('transcripts.recognized', { transcriptId }, { signal })
      return id === null ? null : studio.call('transcripts.get', { transcriptId: id }, { signal })
    },
    enabled: wanted,
    staleTime: 0,
  })
}

/** All jobs with current progress: `RecordingCard.job` may be older. */
export function useJobs() {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.jobs,
    queryFn: ({ signal }) => studio.call('jobs.list', {}, { signal }),
  })
}

export function useModels() {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.models,
    queryFn: ({ signal }) => studio.call('models.list', {}, { signal }),
  })
}

/** Added models that are damaged or made by a newer program. */
export function useUnreadableModels() {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.unreadableModels,
    queryFn: ({ signal }) => studio.call('models.unreadable', {}, { signal }),
  })
}

export function useProgramInfo() {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.program,
    queryFn: ({ signal }) => studio.call('program.info', {}, { signal }),
    staleTime: 0,
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

/** The user's preferences; the defaults until they are loaded. */
export function usePreferences(): Preferences {
  return usePreferencesQuery().data ?? defaultPreferences
}

/** Reads the current preferences, for code that runs after a component is unmounted. */
export function useReadPreferences(): () => Preferences {
  const queries = useQueryClient()
  return () => queries.getQueryData<Preferences>(queryKeys.preferences) ?? defaultPreferences
}

export function usePreferencesQuery() {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.preferences,
    queryFn: ({ signal }) => studio.call('program.preferences', {}, { signal }),
  })
}

/**
 * Changes preferences, first in the cache, then in the library. A group (`playback`, `keys`, `job`) is replaced as a
 * whole: the studio fills in defaults for what is missing.
 */
export function useSetPreferences() {
  const studio = useStudio()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (patch: Partial<Preferences>) => studio.call('program.setPreferences', patch),
    onMutate: async (patch) => {
      await queries.cancelQueries({ queryKey: queryKeys.preferences })
      const before = queries.getQueryData<Preferences>(queryKeys.preferences)
      queries.setQueryData<Preferences>(queryKeys.preferences, {
        ...(before ?? defaultPreferences),
        ...patch,
      })
      return { before }
    },
    onError: (_error, _patch, context) => {
      const before = context?.before
      if (before !== undefined) queries.setQueryData(queryKeys.preferences, before)
      // They were not read yet, so there is no data to revert to.
      else void queries.resetQueries({ queryKey: queryKeys.preferences })
    },
    onSuccess: (saved) => queries.setQueryData(queryKeys.preferences, saved),
  })
}

/** A call that changes something; the caller shows its errors. */
export function useCall<Name extends CallName>(name: Name) {
  const studio = useStudio()
  return useMutation<CallOutput<Name>, Error, CallInput<Name>>({
    mutationFn: (input) => studio.call(name, input),
  })
}
