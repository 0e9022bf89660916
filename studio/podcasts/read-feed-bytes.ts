import { Fault } from '#contracts/errors'
import { feedText } from '#core/podcasts/feed-text'
import { type ReadFeed, readFeed } from '#core/podcasts/read-feed'
import { UnreadableFeed } from '#core/podcasts/unreadable-feed'

/** A feed of 10,000 episodes with long notes has 40 MB. */
export const MOST_FEED_BYTES = 64_000_000

/**
 * Reads the bytes of a feed or a list of feeds. `from`: where they came from, for messages. Throws `podcast.not-a-feed`,
 * `podcast.unsafe-feed`, `podcast.empty-feed`, `podcast.encoding`, and UnreadableFeed for a web page.
 */
export function readFeedBytes(bytes: Uint8Array, from: string, charset = ''): ReadFeed {
  const decoded = feedText(bytes, charset, decodeOther)
  if ('unknownEncoding' in decoded) {
    throw new Fault('podcast.encoding', { from, encoding: decoded.unknownEncoding })
  }
  try {
    return readFeed(decoded.text)
  } catch (error) {
    if (!(error instanceof UnreadableFeed)) throw error
    if (error.reason === 'web-page') throw error
    const code = {
      'not-a-feed': 'podcast.not-a-feed',
      entities: 'podcast.unsafe-feed',
      empty: 'podcast.empty-feed',
    } as const
    throw new Fault(code[error.reason], { from }, error.message, error)
  }
}

/** Null for an encoding that the platform does not know. */
function decodeOther(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
