import type { JobCard } from '#contracts/calls/jobs'

export type EpisodeJob = JobCard & { readonly kind: 'download-episode' }

/** Unfinished downloads, by the episode's id. */
export function episodeJobs(jobs: readonly JobCard[]): ReadonlyMap<string, EpisodeJob> {
  return new Map(
    jobs
      .filter(
        (job): job is EpisodeJob =>
          job.kind === 'download-episode' && job.state !== 'done' && job.state !== 'cancelled',
      )
      .map((job) => [job.settings.episodeId, job]),
  )
}
