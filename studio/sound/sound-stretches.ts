import { stat } from 'node:fs/promises'
import path from 'node:path'
import { samplesOf } from '#core/cut/kept-part'
import { keptSamples, type KeptSpans } from '#core/cut/kept-spans'
import { Splicer } from '#core/cut/splicer'
import type { TimeSpan } from '#core/transcript/time-span'
import { decodeWords } from './sound-file/decode-words.ts'
import { pipeSound } from './sound-file/pipe-sound.ts'
import type { SoundSource } from './sound-file/sound-source.ts'
import { withoutFacts, writeMedia } from './write-media.ts'

export interface StretchesOptions {
  /** Times of the recording, in order, without overlap. */
  readonly spans: readonly TimeSpan[]
  /** Silenced: what is redacted, and what is left out, of which nothing may sound at a join. */
  readonly silences: readonly TimeSpan[]
  /** Of the recording, in ms. */
  readonly durationMs: number
  /** Bits a second. */
  readonly bitRate: number
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly onProgress?: (fraction: number) => void
  readonly isLowPriority?: boolean
}

/**
 * Writes stretches of a recording's sound one after another as mono Opus in WebM, sample for sample as long as they are.
 * Returns its bytes. Throws what `writeMedia` and `pipeSound` throw.
 */
export async function writeStretches(
  source: SoundSource,
  output: string,
  { spans, silences, durationMs, bitRate, ...options }: StretchesOptions,
): Promise<number> {
  const rate = source.sampleRate
  const kept: KeptSpans = {
    rate,
    lengthSamples: Math.round((durationMs * rate) / 1_000),
    spans: samplesOf(spans, rate),
  }
  const all = Math.max(1, keptSamples(kept))
  const needed = Math.ceil((all / rate) * (bitRate / 8))
  return writeMedia(source.file, [], { output }, needed, async (part, work) => {
    const splicer = new Splicer({ channels: 1, kept, silences: samplesOf(silences, rate) })
    const input = ['-v', 'error', '-f', 'f32le', '-ar', String(rate), '-ac', '1', '-i', 'pipe:0']
    // Larger frames have less overhead; without a random id the same sound gives the same file.
    const opus = ['-ar', '48000', '-c:a', 'libopus', '-b:a', String(bitRate), '-frame_duration', '60']
    const plain = [...withoutFacts, '-fflags', '+bitexact', '-flags:a', '+bitexact']
    await pipeSound(
      decodeWords(source, 1, splicer.endSample),
      [...input, ...opus, ...plain, '-f', 'webm', '-y', part],
      {
        ...options,
        source: source.file,
        work,
        folder: path.dirname(output),
        channels: 1,
        splicer,
        onSamples: (count) => options.onProgress?.(Math.min(1, count / all)),
      },
    )
    return (await stat(part)).size
  })
}
