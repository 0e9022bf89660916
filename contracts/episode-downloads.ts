import { z } from 'zod'

/** A podcast episode to download and add to the library. */
export const DownloadEpisodeSettings = z.object({
  episodeId: z.string().min(1).max(100),
  /** Number of finished downloads of the same episode: a deleted one can be downloaded again. */
  round: z.number().int().nonnegative(),
  /** Where a person requested it. */
  askedBy: z.enum(['podcasts', 'command']),
})
export type DownloadEpisodeSettings = z.infer<typeof DownloadEpisodeSettings>

/** Steps of such a job, in order. */
export const episodeSteps = ['download', 'add', 'chapters'] as const
export type EpisodeStep = (typeof episodeSteps)[number]
