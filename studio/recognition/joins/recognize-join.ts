import { writeFile } from 'node:fs/promises'
import type { JoinWindow } from '#core/cut/join-window'
import { samplesOf } from '#core/cut/kept-part'
import { FADE_MS } from '#core/cut/joins'
import { Splicer } from '#core/cut/splicer'
import { PCM_RATE } from '#core/sound/pcm'
import type { SampleRange } from '#core/sound/range'
import type { EngineCaller } from '../../engine-link/engine-link.ts'
import { PcmFile } from '../../sound/pcm-file.ts'

export interface Recognizer {
  readonly link: EngineCaller
  readonly signal: AbortSignal
}

export interface JoinFiles {
  /** The decoded recording. */
  readonly pcm: string
  /** Written for each sound of a cut, and left. */
  readonly scratch: string
}

const FADE_SAMPLES = (FADE_MS * PCM_RATE) / 1_000
/** Between both sides of a join that are recognized apart, in samples. */
const BETWEEN = 0.3 * PCM_RATE
/** Beside a side that is recognized alone. */
const BESIDE = 0.2 * PCM_RATE

/** The text of the whole recording around a join. Faults of the engine. */
export async function recognizeWhole(
  recognizer: Recognizer,
  { whole }: JoinWindow,
  { pcm }: JoinFiles,
): Promise<string> {
  const texts: string[] = []
  for (const span of whole) {
    const [{ startSample, endSample } = { startSample: 0, endSample: 0 }] = samplesOf([span], PCM_RATE)
    texts.push(await recognize(recognizer, pcm, startSample, endSample - startSample))
  }
  return texts.join(' ')
}

/** The text of the same sound as a file of the cut has it. Faults of the engine. */
export async function recognizeCut(
  recognizer: Recognizer,
  window: JoinWindow,
  files: JoinFiles,
): Promise<string> {
  const { before, after } = cutSound(files.pcm, window)
  return recognizeSamples(recognizer, [before, after], files)
}

/** Texts of both sides of a join, with silence between them, and each alone. Faults of the engine. */
export async function recognizeApart(
  recognizer: Recognizer,
  window: JoinWindow,
  files: JoinFiles,
): Promise<readonly string[]> {
  const { before, after } = cutSound(files.pcm, window)
  if (before.length === 0 || after.length === 0)
    return [await recognizeSamples(recognizer, [silence(BESIDE), before, after, silence(BESIDE)], files)]
  const together = await recognizeSamples(recognizer, [before, silence(BETWEEN), after], files)
  const sides = [
    await recognizeSamples(recognizer, [before, silence(BESIDE)], files),
    await recognizeSamples(recognizer, [silence(BESIDE), after], files),
  ]
  return [together, sides.join(' ')]
}

const silence = (samples: number): Int16Array => new Int16Array(samples)

async function recognizeSamples(
  recognizer: Recognizer,
  parts: readonly Int16Array[],
  { scratch }: JoinFiles,
): Promise<string> {
  const bytes = parts.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength))
  await writeFile(scratch, Buffer.concat(bytes), { signal: recognizer.signal })
  return recognize(
    recognizer,
    scratch,
    0,
    parts.reduce((sum, { length }) => sum + length, 0),
  )
}

async function recognize(
  { link, signal }: Recognizer,
  pcmPath: string,
  startSample: number,
  sampleCount: number,
): Promise<string> {
  if (sampleCount === 0) return ''
  const options = { signal, soundSeconds: sampleCount / PCM_RATE }
  const { text } = await link.call({ kind: 'recognize', pcmPath, startSample, sampleCount }, options)
  return text
}

/** Both sides of a join with its fades. */
function cutSound(
  pcm: string,
  { before, after }: JoinWindow,
): { readonly before: Int16Array; readonly after: Int16Array } {
  const file = new PcmFile(pcm)
  const read = ({ startSample, endSample }: SampleRange): Float32Array =>
    file.read(startSample, endSample - startSample)
  try {
    const [first, last] = [before, after].map((span) =>
      span === null ? null : (samplesOf([span], PCM_RATE)[0] ?? null),
    )
    if (first == null || last == null)
      return {
        before: first == null ? silence(0) : wordsOf([read(first)]),
        after: last == null ? silence(0) : wordsOf([read(last)]),
      }
    // Of what is cut no more is heard than its fades.
    const fade = Math.min(FADE_SAMPLES, (last.startSample - first.endSample) >> 1)
    const sound = [
      read({ ...first, endSample: first.endSample + fade }),
      read({ ...last, startSample: last.startSample - fade }),
    ]
    const at = first.endSample - first.startSample
    const afterAt = at + 2 * fade
    const spans = [
      { startSample: 0, endSample: at },
      { startSample: afterAt, endSample: afterAt + last.endSample - last.startSample },
    ]
    // Longer than what is read, so that nothing after the last span is taken for its end.
    const kept = { rate: PCM_RATE, lengthSamples: Infinity, spans }
    const splicer = new Splicer({ channels: 1, kept, silences: [] })
    const pieces = sound.flatMap((samples) => splicer.push(samples))
    const all = wordsOf([...pieces, splicer.end()])
    return { before: all.subarray(0, at), after: all.subarray(at) }
  } finally {
    file.close()
  }
}

/** As a PCM file has them. */
const wordsOf = (pieces: readonly Float32Array[]): Int16Array =>
  Int16Array.from(
    pieces.flatMap((piece) => Array.from(piece, (sample) => Math.max(-1, Math.min(1, sample)) * 32_767)),
  )
