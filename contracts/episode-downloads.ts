import { z } from 'zod'

/** An episode of a podcast to be downloaded and added to the library. */
export const DownloadEpisodeSettings = z.object({
  episodeId: z.string().min(1).max(100),
  /** How many finished downloads of the same there are: an episode that was deleted can be downloaded again. */
  round: z.number().int().nonnegative(),
  /** Where a person asked for it. */
  askedBy: z.enum(['podcasts', 'command']),
})
export type DownloadEpisodeSettings = z.infer<typeof DownloadEpisodeSettings>

/** Steps of such a job, in order. */
export const episodeSteps = ['download', 'add', 'chapters'] as const
export type EpisodeStep = (typeof episodeSteps)[number]
