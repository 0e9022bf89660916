import { hasLength, hullOf, type TimeSpan } from '../transcript/time-span.ts'
import { uniteSpans } from '../transcript/unite-spans.ts'
import type { ReviewDocument } from './review-document.ts'

/** Of a recording's sound: all of it, the seconds around places to check, or nothing. */
export const reviewSounds = ['all', 'places', 'none'] as const
export type ReviewSoundChoice = (typeof reviewSounds)[number]

/** Before and after a place, in ms. */
const AROUND_MS = 5_000
/** Before and after what one speaker says in a row. */
const MARGIN_MS = 200
/** What is shorter is no use to listen to. */
const SHORTEST_MS = 100

/** The stretches of the recording that a review page holds, in order, without overlap. */
export function reviewSpans(
  { document, places, othersMs }: ReviewDocument,
  sound: ReviewSoundChoice,
  isOneSpeaker: boolean,
): TimeSpan[] {
  if (sound === 'none') return []
  const { part, recording, transcript } = document
  const whole = part ?? { startMs: 0, endMs: recording.durationMs }
  const own = isOneSpeaker
    ? without(
        transcript.paragraphs
          .filter(({ words }) => words.length > 0)
          .map(({ words }) => around(hullOf(words), MARGIN_MS)),
        othersMs,
      )
    : [whole]
  const wanted =
    sound === 'all' ? own : within(own, uniteSpans(places.map((place) => around(place, AROUND_MS))))
  return within(wanted, [whole]).filter(({ startMs, endMs }) => endMs - startMs >= SHORTEST_MS)
}

/** The recording's time outside the spans, for a recording of this length. */
export const outside = (spans: readonly TimeSpan[], durationMs: number): TimeSpan[] =>
  without([{ startMs: 0, endMs: durationMs }], spans)

const around = ({ startMs, endMs }: TimeSpan, ms: number): TimeSpan => ({
  startMs: Math.max(0, startMs - ms),
  endMs: endMs + ms,
})

/** What two lists have in common; the second in order, without overlap. */
function within(spans: readonly TimeSpan[], limits: readonly TimeSpan[]): TimeSpan[] {
  const united = uniteSpans(spans)
  const found: TimeSpan[] = []
  let at = 0
  for (const limit of limits) {
    while ((united[at]?.endMs ?? Infinity) <= limit.startMs) at += 1
    for (let next = at; next < united.length; next += 1) {
      const span = united[next]
      if (span === undefined || span.startMs >= limit.endMs) break
      found.push({
        startMs: Math.max(span.startMs, limit.startMs),
        endMs: Math.min(span.endMs, limit.endMs),
      })
    }
  }
  return found.filter(hasLength)
}

function without(spans: readonly TimeSpan[], gone: readonly TimeSpan[]): TimeSpan[] {
  const taken = uniteSpans(gone)
  return uniteSpans(spans).flatMap(({ startMs, endMs }) => {
    const left: TimeSpan[] = []
    let from = startMs
    for (const span of taken) {
      if (span.endMs <= from) continue
      if (span.startMs >= endMs) break
      left.push({ startMs: from, endMs: span.startMs })
      from = span.endMs
    }
    return [...left, { startMs: from, endMs }].filter(hasLength)
  })
}

/** Bits a second of mono Opus, the first at which the sound fits. */
const BIT_RATES = [24_000, 16_000] as const
/** Of a container, and by how much Opus exceeds its rate. */
const MARGIN = 1.05
/** What a phone opens, and what many send by e-mail. 93 minutes of sound have 23 MB in a page. */
export const MAX_REVIEW_SOUND_BYTES = 24 * 1024 * 1024

export const reviewSeconds = (spans: readonly TimeSpan[]): number =>
  spans.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0) / 1_000

/** Bits a second; null if the sound is too long for a page, over three hours. */
export const reviewBitRate = (seconds: number): number | null =>
  BIT_RATES.find((rate) => reviewSoundBytes(seconds, rate) <= MAX_REVIEW_SOUND_BYTES) ?? null

/** Most bytes of the sound's file. */
export const reviewSoundBytes = (seconds: number, bitRate: number): number =>
  Math.ceil((seconds * bitRate * MARGIN) / 8)
