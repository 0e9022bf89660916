import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { EpisodeCard } from '#contracts/calls/podcasts'
import type { RecordingCard } from '#contracts/calls/recordings'
import { useJobs } from '../rpc/program-queries.ts'
import { useRecordingsOf } from '../rpc/recording-queries.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { type EpisodeJob, episodeJobs } from './episode-jobs.ts'

/** Invalidated by `podcasts-changed` (rpc/invalidation.ts). */
const keys = {
  list: ['podcasts', 'list'],
  newest: (most: number) => ['podcasts', 'newest', most],
  episodes: (podcastId: string) => ['podcasts', 'episodes', podcastId],
  episode: (episodeId: string) => ['podcasts', 'episode', episodeId],
} as const

export function usePodcasts() {
  const studio = useStudio()
  return useQuery({
    queryKey: keys.list,
    queryFn: ({ signal }) => studio.call('podcasts.list', {}, { signal }),
  })
}

/** At most `most` of the newest episodes of each podcast, by its id. */
export function useNewestEpisodes(most: number) {
  const studio = useStudio()
  return useQuery({
    queryKey: keys.newest(most),
    queryFn: async ({ signal }) => {
      const newest = await studio.call('podcasts.newest', { most }, { signal })
      return new Map(newest.map(({ podcastId, episodes }) => [podcastId, episodes]))
    },
  })
}

/** Newest first. */
export function useEpisodes(podcastId: string) {
  const studio = useStudio()
  return useQuery({
    queryKey: keys.episodes(podcastId),
    queryFn: ({ signal }) => studio.call('podcasts.episodes', { podcastId }, { signal }),
  })
}

/** The recordings that were made from episodes, by id. */
export function useEpisodeRecordings(episodes: readonly EpisodeCard[]): ReadonlyMap<string, RecordingCard> {
  const ids = episodes.flatMap(({ recordingId }) => recordingId ?? [])
  const { data } = useRecordingsOf(ids)
  return useMemo(() => new Map((data ?? []).map((card) => [card.id, card])), [data])
}

export function useEpisode(episodeId: string) {
  const studio = useStudio()
  return useQuery({
    queryKey: keys.episode(episodeId),
    queryFn: ({ signal }) => studio.call('podcasts.episode', { episodeId }, { signal }),
  })
}

/** Unfinished downloads, by the episode's id. */
export function useEpisodeJobs(): ReadonlyMap<string, EpisodeJob> {
  return episodeJobs(useJobs().data ?? [])
}
