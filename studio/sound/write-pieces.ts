import { stat } from 'node:fs/promises'
import path from 'node:path'
import { atRate, samplesOf } from '#core/cut/kept-part'
import { keptSamples, type KeptSpans } from '#core/cut/kept-spans'
import { Splicer } from '#core/cut/splicer'
import type { TimeSpan } from '#core/transcript/time-span'
import { MAX_SOUND_BYTES, smallBytes, smallEncoding } from './small-sound.ts'
import { decodeWords } from './sound-file/decode-words.ts'
import { pipeSound } from './sound-file/pipe-sound.ts'
import type { SoundSource } from './sound-file/sound-source.ts'
import { writeMedia } from './write-media.ts'

/** Hz: what Opus keeps of speech at its rate. */
const RATE = 24_000
const BIT_RATE = 24_000

/** Bytes of so many seconds of pieces; null if they do not fit into a page. */
export function piecesBytes(seconds: number): number | null {
  const bytes = smallBytes(seconds, BIT_RATE)
  return bytes <= MAX_SOUND_BYTES ? bytes : null
}

/**
 * Writes pieces of a recording, one after the other, as mono Opus in WebM. `silences`: times of the recording to silence,
 * in order, without overlap. Returns the size of the file. Throws the faults of `pipeSound` and `writeMedia`.
 */
export async function writePieces(
  source: SoundSource,
  output: string,
  pieces: {
    readonly kept: KeptSpans
    readonly silences: readonly TimeSpan[]
    readonly signal: AbortSignal
    readonly onProgress?: (fraction: number) => void
  },
): Promise<number> {
  const { signal, onProgress } = pieces
  const kept = atRate(pieces.kept, RATE)
  const silences = samplesOf(pieces.silences, RATE)
  const splicer = new Splicer({ channels: 1, kept, silences })
  const all = Math.max(1, keptSamples(kept))
  const needed = smallBytes(all / RATE, BIT_RATE)
  return writeMedia(source.file, [], { output }, needed, async (part, work) => {
    const piped = ['-f', 'f32le', '-ar', String(RATE), '-ac', '1', '-i', 'pipe:0']
    const encode = ['-v', 'error', ...piped, ...smallEncoding(BIT_RATE), '-f', 'webm', '-y', part]
    await pipeSound(decodeWords({ ...source, sampleRate: RATE }, 1, splicer.endSample), encode, {
      source: source.file,
      work,
      folder: path.dirname(output),
      channels: 1,
      splicer,
      signal,
      onSamples: (count) => onProgress?.(Math.min(1, count / all)),
    })
    return (await stat(part)).size
  })
}
