import { Fault } from '#contracts/errors'
import { bestTranscript, transcriptEnding } from '#core/podcasts/media-types'
import { addCaptionsTo } from '../imports/open-captions.ts'
import type { OpenedTranscript } from '../imports/open-transcript.ts'
import { readCaptionBytes } from '../imports/reading/read-caption-file.ts'
import { connectionSubject } from '../library/connection-subject.ts'
import { fetchBytes } from '../network/fetch-bytes.ts'
import { namedByFeed } from '../network/where-to.ts'
import { ledgerFor } from './ledger-for.ts'
import type { PodcastParts } from './podcast-parts.ts'

/** A day of speech with a time for each word. */
const MAX_BYTES = 50_000_000

/**
 * Fetches the feed's transcript of an episode in the library, and adds it to the recording. Throws
 * `podcast.unknown-episode`, `podcast.no-transcript`, the faults of `fetchBytes` and of reading captions.
 */
export async function openFeedTranscript(
  parts: PodcastParts,
  episodeId: string,
  signal: AbortSignal,
): Promise<OpenedTranscript> {
  const { library, findProxy } = parts
  const { title, transcripts, recordingId, podcastId } = await library.episode(episodeId)
  const chosen = bestTranscript(transcripts)
  if (recordingId === null || chosen === null) throw new Fault('podcast.no-transcript', { title })
  const recording = await library.recording(recordingId)
  const ledger = ledgerFor(parts, 'transcript', title, connectionSubject('recording', recordingId))
  const { address: feed } = await library.podcast(podcastId)
  const fetched = await fetchBytes(chosen.address, {
    signal,
    ledger,
    findProxy,
    mostBytes: MAX_BYTES,
    namedBy: namedByFeed(feed),
  })
  if (fetched.kind === 'unchanged') throw new Error('an unconditional request was answered with 304')
  const shownAs = `${title}${transcriptEnding(chosen.type) ?? ''}`
  const read = await readCaptionBytes(fetched.bytes, shownAs, signal)
  return addCaptionsTo(library, recording, read, { shownAs, language: languageOf(chosen.language), signal })
}

/** ISO 639 code of a language tag; undefined if there is none. */
function languageOf(tag: string): string | undefined {
  return /^[a-z]{2,3}(?=-|$)/iu.exec(tag)?.[0].toLowerCase()
}
