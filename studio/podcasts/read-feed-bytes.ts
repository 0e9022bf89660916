import { type ErrorCode, Fault, type FaultValues } from '#contracts/errors'
import { feedText } from '#core/podcasts/feed-text'
import { type ReadFeed, readFeed } from '#core/podcasts/read-feed'
import { UnreadableFeed } from '#core/podcasts/unreadable-feed'
import { askThread } from '../processes/bounded-thread.ts'
import { entryLocation } from '../processes/entry-location.ts'

/** A feed with 10,000 episodes and long notes takes 40 MB. */
export const MAX_FEED_BYTES = 64_000_000

/** Reading takes as long as a thread takes to start. */
const SHORT_BYTES = 32_768

export interface FeedInput {
  readonly bytes: Uint8Array
  /** Their origin, for messages. */
  readonly from: string
  readonly charset: string
}

export type FromFeedReader =
  | { readonly kind: 'read'; readonly read: ReadFeed }
  | { readonly kind: 'web-page'; readonly detail: string; readonly namedFeed: string }
  | {
      readonly kind: 'fault'
      readonly code: ErrorCode
      readonly values: FaultValues
      readonly detail: string | undefined
    }

/**
 * Reads the bytes of a feed or a list of feeds; long ones in a thread with limits of time and memory. `from`:
 * their origin, for messages. Throws `podcast.not-a-feed`, `podcast.unsafe-feed`, `podcast.empty-feed`,
 * `podcast.encoding`, `format.too-large`, `format.too-slow`, `job.cancelled`, and UnreadableFeed for a web
 * page.
 */
export async function readFeedBytes(
  bytes: Uint8Array,
  from: string,
  { charset = '', signal }: { readonly charset?: string; readonly signal?: AbortSignal } = {},
): Promise<ReadFeed> {
  const input: FeedInput = { bytes, from, charset }
  const location = entryLocation('studio/podcasts/feed-worker.ts', 'feed')
  const message =
    bytes.length <= SHORT_BYTES
      ? feedMessage(input)
      : await askThread<FromFeedReader>(location, input, from, { signal })
  if (message.kind === 'read') return message.read
  if (message.kind === 'web-page') throw new UnreadableFeed('web-page', message.detail, message.namedFeed)
  throw new Fault(message.code, message.values, message.detail)
}

/** The thread's message about a feed. */
export function feedMessage(input: FeedInput): FromFeedReader {
  try {
    return { kind: 'read', read: readAtOnce(input) }
  } catch (error) {
    if (error instanceof UnreadableFeed)
      return { kind: 'web-page', detail: error.message, namedFeed: error.namedFeed }
    if (!(error instanceof Fault)) throw error
    const { code, values, detail } = error
    return { kind: 'fault', code, values, detail }
  }
}

function readAtOnce({ bytes, from, charset }: FeedInput): ReadFeed {
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

/** Null for an encoding that the platform does not support. */
function decodeOther(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
