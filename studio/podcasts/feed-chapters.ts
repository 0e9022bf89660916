import type { FoundChapter } from '#core/chapters/chapter'
import { readChaptersJson } from '#core/formats/json/chapters-json'
import { decodeText } from '#core/formats/reading/text-encoding'
import { fetchBytes } from '../network/fetch-bytes.ts'
import { namedByFeed } from '../network/where-to.ts'
import { ledgerFor } from './ledger-for.ts'
import type { NamedInFeed } from './podcast-picture.ts'
import type { PodcastParts } from './podcast-parts.ts'

/** A thousand chapters with pictures and links take 300 kB. */
const MAX_BYTES = 5_000_000

/** Fetches the chapters named by a feed. Throws the faults of `fetchBytes`, and UnreadableText. */
export async function fetchChapters(
  parts: PodcastParts,
  address: string,
  of: NamedInFeed,
  signal: AbortSignal,
): Promise<readonly FoundChapter[]> {
  const ledger = ledgerFor(parts, 'chapters', of.title, of.subject)
  const { findProxy } = parts
  const fetched = await fetchBytes(address, {
    signal,
    ledger,
    findProxy,
    mostBytes: MAX_BYTES,
    namedBy: namedByFeed(of.feed),
  })
  if (fetched.kind === 'unchanged') throw new Error('an unconditional request was answered with 304')
  return readChaptersJson(decodeText(fetched.bytes).text)
}
