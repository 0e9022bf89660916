import { cutDocument } from '../cut/cut-document.ts'
import type { KeptSpans } from '../cut/kept-spans.ts'
import type { DocumentWithExtras } from '../formats/format.ts'
import type { TimeSpan } from '../transcript/time-span.ts'

/** What of a recording a clip is: the part of what is kept that is within the span, to the sample. */
export function keptOfClip(
  { rate, lengthSamples, spans }: KeptSpans,
  { startMs, endMs }: TimeSpan,
): KeptSpans {
  const [from, to] = [startMs, endMs].map((ms) => Math.round((ms * rate) / 1_000))
  const within = spans.flatMap(({ startSample, endSample }) => {
    const [start, end] = [Math.max(startSample, from ?? 0), Math.min(endSample, to ?? 0)]
    return end > start ? [{ startSample: start, endSample: end }] : []
  })
  // Its edges are not those of frames: T is exact.
  return { rate, lengthSamples, spans: within }
}

/**
 * The document of a clip, in its own time. `isCut`: without what is cut; else marks of cuts count for nothing.
 * @param document as it may leave the library
 */
export function clipDocument(
  document: DocumentWithExtras,
  kept: KeptSpans,
  isCut: boolean,
): DocumentWithExtras {
  const { transcript } = document
  const marks = transcript.marks.filter(({ kind }) => kind !== 'cut' && kind !== 'cut-sound')
  const whole = isCut ? document : { ...document, transcript: { ...transcript, marks } }
  return cutDocument(whole, kept).document
}

/** A time of the recording in a clip of these spans: of what is between two, the start of the second. */
export function clipTime(spans: readonly TimeSpan[], ms: number): number {
  let before = 0
  for (const { startMs, endMs } of spans) {
    if (ms < endMs) return before + Math.max(0, ms - startMs)
    before += endMs - startMs
  }
  return before
}
