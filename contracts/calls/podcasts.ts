import { z } from 'zod'
import type { CallGroup } from './call.ts'
import { WireErrorShape } from '../wire.ts'

export const PodcastCard = z.object({
  id: z.string(),
  /** Null: it was added from a file and cannot be refreshed. */
  address: z.string().nullable(),
  title: z.string(),
  author: z.string(),
  notes: z.string(),
  link: z.string(),
  /** A small picture as a `data:` address; null if there is none. */
  picture: z.string().nullable(),
  remarks: z.array(z.enum(['incomplete', 'too-many-episodes'])),
  readAtMs: z.number(),
  episodes: z.number().int().nonnegative(),
})
export type PodcastCard = z.infer<typeof PodcastCard>

export const EpisodeCard = z.object({
  id: z.string(),
  title: z.string(),
  publishedAtMs: z.number().nullable(),
  durationMs: z.number().nullable(),
  /** As stated by the feed; null if it states none. */
  feedBytes: z.number().nullable(),
  /** As stated by its server when asked; null before. */
  serverBytes: z.number().nullable(),
  /** Whether the feed links a transcript that can be opened. */
  hasTranscript: z.boolean(),
  hasChapters: z.boolean(),
  /** False if the feed no longer lists it. */
  isListed: z.boolean(),
  /** The recording made from it; null if it is not in the library. */
  recordingId: z.string().nullable(),
})
export type EpisodeCard = z.infer<typeof EpisodeCard>

const podcast = z.object({ podcastId: z.string() })
const episode = z.object({ episodeId: z.string() })

const Added = z.object({
  /** In the order of the list. */
  podcastIds: z.array(z.string()),
  /** Feeds in the list that could not be read. */
  failed: z.array(z.object({ address: z.string(), error: WireErrorShape })),
})

/**
 * A file sent by a page, in base64: lists are some kilobytes, feeds with thousands of episodes some
 * megabytes.
 */
const MAX_FILE = 40_000_000

export const podcastCalls = {
  /** Ordered by title (event `podcasts-changed`). */
  list: { in: z.object({}), out: z.array(PodcastCard) },
  /** Newest first, all of them or at most `most`. Fault `podcast.unknown`. */
  episodes: {
    in: podcast.extend({ most: z.number().int().positive().optional() }),
    out: z.array(EpisodeCard),
  },
  /** At most `most` of the newest episodes of each podcast that has one. */
  newest: {
    in: z.object({ most: z.number().int().positive() }),
    out: z.array(z.object({ podcastId: z.string(), episodes: z.array(EpisodeCard) })),
  },
  /** The feed's notes on an episode. Fault `podcast.unknown-episode`. */
  episode: { in: episode, out: z.object({ notes: z.string(), link: z.string() }) },
  /** Fetches a feed, or a list of feeds and each feed in it. Faults: `network.…`, `podcast.…`. */
  add: { in: z.object({ address: z.string().min(1).max(4_000) }), out: Added },
  /** Like `add`, from a file. */
  addFile: {
    in: z.object({ fileName: z.string().min(1).max(500), base64: z.string().max(MAX_FILE) }),
    out: Added,
  },
  /** Fetches the feed again. Faults: those of `add`, `podcast.unknown`, `podcast.no-address`. */
  refresh: { in: podcast, out: z.object({ newEpisodes: z.number().int().nonnegative() }) },
  /** Keeps the recordings of its episodes. Fault `podcast.unknown`. */
  remove: { in: podcast, out: z.object({}) },
  /** Starts or continues the download of an episode, as a job. Fault `podcast.unknown-episode`. */
  download: { in: episode, out: z.object({ jobId: z.string() }) },
  /**
   * Opens the feed's transcript of an episode that is in the library. Faults: `podcast.no-transcript`,
   * `network.…`, those of reading a text.
   */
  openTranscript: { in: episode, out: z.object({ transcript: z.enum(['new', 'known']) }) },
  /** The episode that a recording was made from; null if it was made from none. */
  source: {
    in: z.object({ recordingId: z.string() }),
    out: z
      .object({
        podcast: z.string(),
        publishedAtMs: z.number().nullable(),
        notes: z.string(),
        link: z.string(),
        picture: z.string().nullable(),
        /** Names of its hosts and guests, as the feed gives them; empty: none are given. */
        people: z.array(z.string()),
      })
      .nullable(),
  },
} as const satisfies CallGroup
