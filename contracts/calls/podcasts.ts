import { z } from 'zod'
import type { CallGroup } from './call.ts'
import { WireErrorShape } from '../wire.ts'

export const PodcastCard = z.object({
  id: z.string(),
  /** Null: it came from a file and cannot be read again. */
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
  /** As the feed says; null if it does not. */
  feedBytes: z.number().nullable(),
  /** As its server said when it was asked for; null before. */
  serverBytes: z.number().nullable(),
  /** Whether the feed has a transcript that can be opened. */
  hasTranscript: z.boolean(),
  hasChapters: z.boolean(),
  /** False: the feed no longer lists it. */
  isListed: z.boolean(),
  /** The recording that it became; null if it is not here. */
  recordingId: z.string().nullable(),
})
export type EpisodeCard = z.infer<typeof EpisodeCard>

const podcast = z.object({ podcastId: z.string() })
const episode = z.object({ episodeId: z.string() })

const Added = z.object({
  /** In the order of the list. */
  podcastIds: z.array(z.string()),
  /** Feeds of a list that could not be read. */
  failed: z.array(z.object({ address: z.string(), error: WireErrorShape })),
})

/** A file sent by a page, in base64: lists have some kilobytes, feeds of thousands of episodes some megabytes. */
const MOST_FILE = 40_000_000

export const podcastCalls = {
  /** By title (event `podcasts-changed`). */
  list: { in: z.object({}), out: z.array(PodcastCard) },
  /** Newest first. Fault `podcast.unknown`. */
  episodes: { in: podcast, out: z.array(EpisodeCard) },
  /** What the feed says of an episode. Fault `podcast.unknown-episode`. */
  episode: { in: episode, out: z.object({ notes: z.string(), link: z.string() }) },
  /** Fetches a feed, or a list of feeds, of which each is fetched. Faults: `network.…`, `podcast.…`. */
  add: { in: z.object({ address: z.string().min(1).max(4_000) }), out: Added },
  /** The same for a file. */
  addFile: {
    in: z.object({ fileName: z.string().min(1).max(500), base64: z.string().max(MOST_FILE) }),
    out: Added,
  },
  /** Asks for the feed again. Faults: as `add`, `podcast.unknown`, `podcast.no-address`. */
  refresh: { in: podcast, out: z.object({ newEpisodes: z.number().int().nonnegative() }) },
  /** Recordings of its episodes stay. Fault `podcast.unknown`. */
  remove: { in: podcast, out: z.object({}) },
  /** Starts or continues the download of an episode, as a job. Fault `podcast.unknown-episode`. */
  download: { in: episode, out: z.object({ jobId: z.string() }) },
  /**
   * Opens the transcript that the feed has of an episode that is here. Faults: `podcast.no-transcript`, `network.…`,
   * those of reading a text.
   */
  openTranscript: { in: episode, out: z.object({ transcript: z.enum(['new', 'known']) }) },
  /** Where a recording came from; null for one that was no episode. */
  source: {
    in: z.object({ recordingId: z.string() }),
    out: z
      .object({
        podcast: z.string(),
        publishedAtMs: z.number().nullable(),
        notes: z.string(),
        link: z.string(),
        picture: z.string().nullable(),
      })
      .nullable(),
  },
} as const satisfies CallGroup
