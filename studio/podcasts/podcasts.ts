import { Fault } from '#contracts/errors'
import type { PutPodcast, ReadPodcast } from '../library/library.ts'
import { allowedAddress } from '../network/address.ts'
import { connectionSubject } from '../library/connection-subject.ts'
import { absoluteFeed } from './absolute-feed.ts'
import { addressInFeed, typedFeedAddress } from './feed-address.ts'
import { type FetchedFeed, fetchFeed } from './fetch-feed.ts'
import { ledgerFor } from './ledger-for.ts'
import type { PodcastParts } from './podcast-parts.ts'
import { savePicture } from './podcast-picture.ts'
import { readFeedBytes } from './read-feed-bytes.ts'
import type { ReadFeed } from '#core/podcasts/read-feed'
import { UnreadableFeed } from '#core/podcasts/unreadable-feed'

export interface AddedPodcasts {
  readonly added: readonly PutPodcast[]
  /** Feeds of a list that could not be read. */
  readonly failed: readonly { readonly address: string; readonly error: unknown }[]
}

/**
 * Adds the podcast at an address, or those in a list of feeds. An existing one is refreshed. Throws the
 * faults of `fetchFeed`; those of the feeds in a list are returned.
 */
export async function addPodcast(
  parts: PodcastParts,
  typed: string,
  signal: AbortSignal,
): Promise<AddedPodcasts> {
  const address = typedFeedAddress(typed)
  const fetched = await fetchNew(parts, address, signal)
  if (fetched.kind === 'list') return addAll(parts, fetched.addresses, signal)
  if (fetched.kind === 'unchanged') throw new Error('an unconditional request was answered with 304')
  return { added: [await keepNew(parts, address, fetched.read, signal)], failed: [] }
}

/**
 * Adds the podcast described by a file, or those in a list. A feed that does not state its address cannot be
 * refreshed. Throws the faults of `readFeedBytes`, `podcast.web-page`.
 */
export async function addPodcastFile(
  parts: PodcastParts,
  file: { readonly name: string; readonly bytes: Uint8Array },
  signal: AbortSignal,
  now: () => number = Date.now,
): Promise<AddedPodcasts> {
  const read = await readFile(file, signal)
  if (read.kind === 'list') return addAll(parts, read.list.addresses, signal)
  const given = addressInFeed(read.feed.address, null)
  const address = given === '' ? null : given
  const feed = absoluteFeed(read.feed, address === null ? null : new URL(address))
  if (feed.episodes.length === 0) throw new Fault('podcast.empty-feed', { from: file.name })
  const readPodcast = { feed, address, etag: null, modified: null, readAtMs: now() }
  return { added: [await keep(parts, readPodcast, undefined, signal)], failed: [] }
}

/**
 * Refreshes a podcast's feed. Null if it has not changed. Throws `podcast.unknown`, `podcast.no-address`, and
 * the faults of `fetchFeed`.
 */
export async function refreshPodcast(
  parts: PodcastParts,
  reference: string,
  signal: AbortSignal,
  now: () => number = Date.now,
): Promise<PutPodcast | null> {
  const podcast = await parts.library.podcast(reference)
  const { id, address, etag, modified, title } = podcast
  if (address === null) throw new Fault('podcast.no-address', { title })
  const ledger = ledgerFor(parts, 'podcast', title, connectionSubject('podcast', id))
  const fetched = await fetchFeed(address, { ...parts, ledger, signal, known: { etag, modified } })
  if (fetched.kind === 'unchanged') {
    await parts.library.markPodcastRead(id, now())
    return null
  }
  if (fetched.kind === 'list') throw new Fault('podcast.not-a-feed', { from: new URL(address).host })
  return keep(parts, fetched.read, id, signal)
}

async function readFile(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  signal: AbortSignal,
): Promise<ReadFeed> {
  try {
    return await readFeedBytes(bytes, name, { signal })
  } catch (error) {
    if (error instanceof UnreadableFeed)
      throw new Fault('podcast.web-page', { from: name }, error.message, error)
    throw error
  }
}

async function addAll(
  parts: PodcastParts,
  addresses: readonly string[],
  signal: AbortSignal,
): Promise<AddedPodcasts> {
  const added: PutPodcast[] = []
  const failed: { address: string; error: unknown }[] = []
  for (const address of addresses) {
    try {
      const fetched = await fetchNew(parts, address, signal)
      if (fetched.kind !== 'feed') throw new Fault('podcast.not-a-feed', { from: address })
      added.push(await keepNew(parts, address, fetched.read, signal))
    } catch (error) {
      if (signal.aborted || !(error instanceof Fault)) throw error
      failed.push({ address, error })
    }
  }
  return { added, failed }
}

/** A feed that is not known yet: its connections are recorded under its address until it is. */
function fetchNew(parts: PodcastParts, address: string, signal: AbortSignal): Promise<FetchedFeed> {
  const { href, host } = allowedAddress(address)
  const ledger = ledgerFor(parts, 'podcast', host, connectionSubject('address', href))
  return fetchFeed(href, { ...parts, ledger, signal })
}

async function keepNew(
  parts: PodcastParts,
  address: string,
  read: ReadPodcast,
  signal: AbortSignal,
): Promise<PutPodcast> {
  const put = await keep(parts, read, undefined, signal)
  const from = connectionSubject('address', allowedAddress(address).href)
  await parts.library.renameConnectionSubject(from, connectionSubject('podcast', put.id))
  return put
}

async function keep(
  parts: PodcastParts,
  read: ReadPodcast,
  id: string | undefined,
  signal: AbortSignal,
): Promise<PutPodcast> {
  const before = id === undefined ? undefined : await parts.library.podcast(id)
  const put = await parts.library.putPodcast(read, id)
  const { picture } = read.feed
  const isSame = before !== undefined && before.pictureAddress === picture && before.hasPicture
  if (!isSame) await savePicture(parts, put.id, read.feed, read.address, signal)
  return put
}
