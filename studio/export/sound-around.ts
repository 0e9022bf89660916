import { createHash } from 'node:crypto'
import path from 'node:path'
import { keptPart } from '#core/cut/kept-part'
import { keptSamples, type KeptSpans } from '#core/cut/kept-spans'
import { piecesOfKept } from '#core/cut/pieces-of-kept'
import type { TimeSpan } from '#core/transcript/time-span'
import { uniteSpans } from '#core/transcript/unite-spans'
import type { SmallSoundOptions } from '../sound/small-sound.ts'
import { readSoundSource } from '../sound/sound-file/sound-source.ts'
import { piecesBytes, writePieces } from '../sound/write-pieces.ts'
import type { LostSound, PageSound } from './page-sound.ts'
import {
  dropCopies,
  lostOf,
  makeProxy,
  placesOf,
  sizeOf,
  type Sounding,
  type Studios,
  unlessUnreadable,
} from './recording-sound.ts'

/** Spans of a document's own time, in order and apart, and what is kept of the recording if it is of the cut. */
export interface SoundAround {
  readonly spans: readonly TimeSpan[]
  readonly cut?: { readonly kept: KeptSpans; readonly silences: readonly TimeSpan[] }
}

const AROUND = '.around-'

async function placesAround(studio: Studios, document: Sounding, { spans, cut }: SoundAround) {
  const { recording, files, silences, durationMs, part } = await placesOf(studio, document)
  // Times of a trimmed recording are those of the whole one.
  const kept = piecesOfKept(cut?.kept ?? keptPart(undefined, durationMs, PIECES_RATE), spans)
  const silent = uniteSpans(cut?.silences ?? silences)
  const hash = createHash('sha256').update(JSON.stringify({ kept, silent, part })).digest('hex')
  const file = files.proxy.replace(/\.webm$/u, `${AROUND}${hash.slice(0, 16)}.webm`)
  return { recording, proxy: files.proxy, file, kept, silent }
}

/** Samples a second in which times of a recording that is not cut are counted. */
const PIECES_RATE = 48_000

/**
 * The sound that minutes with these spans would contain, silent where words are redacted. Null for a transcript without a
 * recording.
 */
export async function announcedAround(
  studio: Studios,
  document: Sounding,
  around: SoundAround,
): Promise<PageSound | LostSound | null> {
  const { recording, proxy, file, kept } = await placesAround(studio, document, around)
  if (recording.bytes === 0 || around.spans.length === 0) return null
  const made = await sizeOf(file)
  if (made !== null) return { path: file, bytes: made }
  const isThere = (await sizeOf(proxy)) !== null || (await sizeOf(recording.path)) !== null
  if (!isThere) return { lost: await lostOf(studio.library, recording.id) }
  const bytes = piecesBytes(keptSamples(kept) / kept.rate)
  return bytes === null ? { lost: 'sound-too-long' } : { path: null, bytes }
}

/** Like `announcedAround`, but makes the file if it does not exist yet. Throws `job.cancelled`, `disk.full`. */
export async function recordingAround(
  studio: Studios,
  document: Sounding,
  around: SoundAround,
  options: Pick<SmallSoundOptions, 'signal' | 'onProgress'>,
): Promise<PageSound | LostSound | null> {
  const announced = await announcedAround(studio, document, around)
  if (announced === null || 'lost' in announced || announced.path !== null) return announced
  const { proxy, file, kept, silent } = await placesAround(studio, document, around)
  return unlessUnreadable(async () => {
    await makeProxy(studio, document, options)
    await dropCopies(path.dirname(file), AROUND)
    const source = await readSoundSource(proxy, 0, options)
    const bytes = await writePieces(source, file, { ...options, kept, silences: silent })
    return { path: file, bytes }
  })
}
