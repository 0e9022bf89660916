import { Fault } from '#contracts/errors'
import type { ReadFeed } from '#core/podcasts/read-feed'
import { UnreadableFeed } from '#core/podcasts/unreadable-feed'
import type { ReadPodcast } from '../library/library.ts'
import { allowedAddress } from '../network/address.ts'
import { type AnswerHeaders, fetchBytes } from '../network/fetch-bytes.ts'
import type { Ledger } from '../network/ledger.ts'
import type { FindProxy } from '../network/proxy.ts'
import { type NamedBy, namedByFeed } from '../network/where-to.ts'
import { absoluteFeed } from './absolute-feed.ts'
import { addressInFeed } from './feed-address.ts'
import { MAX_FEED_BYTES, readFeedBytes } from './read-feed-bytes.ts'

export interface FetchFeedOptions {
  readonly signal: AbortSignal
  readonly ledger: Ledger
  readonly findProxy?: FindProxy | undefined
  /** State of the stored feed: it is sent again only if it has changed. */
  readonly known?: { readonly etag: string | null; readonly modified: string | null }
  /** Who named the feed; omitted for a person. */
  readonly namedBy?: NamedBy
  readonly now?: () => number
}

export type FetchedFeed =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'feed'; readonly read: ReadPodcast }
  | { readonly kind: 'list'; readonly addresses: readonly string[] }

/**
 * Fetches and reads a feed; for a web page, the feed that it links. Throws the faults of `fetchBytes` and
 * `readFeedBytes`, `podcast.web-page`.
 */
export async function fetchFeed(address: string, options: FetchFeedOptions): Promise<FetchedFeed> {
  try {
    return await fetchOne(address, options)
  } catch (error) {
    if (!(error instanceof UnreadableFeed)) throw error
    const base = allowedAddress(address)
    const named = addressInFeed(error.namedFeed, base)
    const fault = new Fault('podcast.web-page', { from: base.host }, error.message, error)
    if (named === '' || named === base.href) throw fault
    return fetchOne(named, {
      ...options,
      namedBy: namedByFeed(base.href),
      known: { etag: null, modified: null },
    }).catch((other: unknown) => {
      throw other instanceof UnreadableFeed ? fault : other
    })
  }
}

async function fetchOne(address: string, options: FetchFeedOptions): Promise<FetchedFeed> {
  const { signal, ledger, findProxy, known, now = Date.now } = options
  const base = allowedAddress(address)
  const fetched = await fetchBytes(base.href, {
    signal,
    ledger,
    findProxy,
    mostBytes: MAX_FEED_BYTES,
    ...(options.namedBy && { namedBy: options.namedBy }),
    headers: {
      accept: 'application/rss+xml, application/atom+xml, text/x-opml, application/xml;q=0.9, */*;q=0.5',
      ...(known?.etag == null ? {} : { 'if-none-match': known.etag }),
      ...(known?.modified == null ? {} : { 'if-modified-since': known.modified }),
    },
  })
  if (fetched.kind === 'unchanged') return fetched
  const { bytes, headers } = fetched
  const read = await readFeedBytes(bytes, base.host, { charset: charsetOf(headers), signal })
  return readOf(read, base, {
    etag: headers.etag ?? null,
    modified: headers['last-modified'] ?? null,
    readAtMs: now(),
  })
}

function readOf(
  read: ReadFeed,
  base: URL,
  state: Pick<ReadPodcast, 'etag' | 'modified' | 'readAtMs'>,
): FetchedFeed {
  if (read.kind === 'list') {
    const addresses = read.list.addresses.map((one) => addressInFeed(one, base)).filter((one) => one !== '')
    return { kind: 'list', addresses }
  }
  const feed = absoluteFeed(read.feed, base)
  if (feed.episodes.length === 0) throw new Fault('podcast.empty-feed', { from: base.host })
  return { kind: 'feed', read: { feed, address: base.href, ...state } }
}

const charsetOf = (headers: AnswerHeaders): string =>
  /\bcharset\s*=\s*"?([\w.:-]+)/iu.exec(headers['content-type'] ?? '')?.[1] ?? ''
