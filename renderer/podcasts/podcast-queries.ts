import { useQuery } from '@tanstack/react-query'
import { useJobs } from '../rpc/queries.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { type EpisodeJob, episodeJobs } from './episode-jobs.ts'

/** Invalidated by `podcasts-changed` (rpc/invalidation.ts). */
const keys = {
  list: ['podcasts', 'list'],
  episodes: (podcastId: string, most: number | undefined) => ['podcasts', 'episodes', podcastId, most],
  episode: (episodeId: string) => ['podcasts', 'episode', episodeId],
} as const

export function usePodcasts() {
  const studio = useStudio()
  return useQuery({
    queryKey: keys.list,
    queryFn: ({ signal }) => studio.call('podcasts.list', {}, { signal }),
  })
}

/** Newest first, all of them or at most `most`. */
export function useEpisodes(podcastId: string, most?: number) {
  const studio = useStudio()
  return useQuery({
    queryKey: keys.episodes(podcastId, most),
    queryFn: ({ signal }) =>
      studio.call('podcasts.episodes', { podcastId, ...(most === undefined ? {} : { most }) }, { signal }),
  })
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
