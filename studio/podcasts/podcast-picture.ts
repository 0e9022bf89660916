import { Fault } from '#contracts/errors'
import type { Feed } from '#core/podcasts/feed'
import { connectionSubject } from '../library/connection-subject.ts'
import { fetchBytes } from '../network/fetch-bytes.ts'
import { namedByFeed } from '../network/where-to.ts'
import { smallPicture } from '../sound/small-picture.ts'
import { ledgerFor } from './ledger-for.ts'
import type { PodcastParts } from './podcast-parts.ts'

/** Covers are up to 3000 × 3000 pixels and some megabytes. */
const MAX_BYTES = 20_000_000
/** Twice the designed size, for dense screens. */
const SIDE = 176

/** Why something named by a feed is requested. */
export interface NamedInFeed {
  readonly title: string
  readonly subject: string
  /** Address of the feed; null for one from a file. */
  readonly feed: string | null
}

/**
 * Fetches a picture and scales it down; null if there is none, or it cannot be fetched or read: a podcast
 * does not need one. Throws `job.cancelled`, `ffmpeg.missing`.
 */
export async function fetchPicture(
  parts: PodcastParts,
  address: string,
  of: NamedInFeed,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  if (address === '') return null
  try {
    const ledger = ledgerFor(parts, 'picture', of.title, of.subject)
    const { findProxy } = parts
    const fetched = await fetchBytes(address, {
      signal,
      ledger,
      findProxy,
      mostBytes: MAX_BYTES,
      namedBy: namedByFeed(of.feed),
    })
    return fetched.kind === 'bytes' ? await smallPicture(fetched.bytes, SIDE, signal) : null
  } catch (error) {
    const isMissing = error instanceof Fault && /^(?:network|media)\./u.test(error.code)
    if (isMissing) return null
    throw error
  }
}

export async function savePicture(
  parts: PodcastParts,
  podcastId: string,
  { title, picture }: Pick<Feed, 'title' | 'picture'>,
  feed: string | null,
  signal: AbortSignal,
): Promise<void> {
  const of = { title, subject: connectionSubject('podcast', podcastId), feed }
  await parts.library.setPodcastPicture(podcastId, await fetchPicture(parts, picture, of, signal))
}
