import type { TimeSpan } from '../transcript/time-span.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { cutSpans } from './joins.ts'
import type { KeptSpans } from './kept-spans.ts'
import type { LoudnessCurve } from './loudness.ts'
import { soundBetween } from './noise.ts'

/** More sound as loud as speech than this is no pause: music, applause, words that were deleted from the text; in ms. */
const MAX_LOUD_MS = 150
const AS_SPEECH = 0.5

export interface PauseLimits {
  /** Pauses longer than this are shortened, in ms. */
  readonly longerThanMs: number
  /** So much of a pause's own sound stays, in ms. */
  readonly leftMs: number
}

/**
 * What to cut of long pauses: the middle of each time between two words, of any speaker or track, in which nobody speaks
 * and nothing is as loud as speech. Of a pause of which something is cut already, what is left counts. Without a loudness
 * curve each time between two words is a pause.
 */
export function longPauses(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  kept: KeptSpans,
  { longerThanMs, leftMs }: PauseLimits,
  loudness: LoudnessCurve | null,
): TimeSpan[] {
  const { spoken, noise } = soundBetween(paragraphs, loudness)
  const loudMs = (span: TimeSpan): number =>
    noise?.loudIn(span, AS_SPEECH).reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0) ?? 0
  const cuts = cutSpans(kept)
  let next = 0
  return spoken.slice(1).flatMap(({ startMs: endMs }, place): TimeSpan[] => {
    const startMs = spoken[place]?.endMs ?? endMs
    if (endMs - startMs <= longerThanMs || loudMs({ startMs, endMs }) > MAX_LOUD_MS) return []
    while ((cuts[next]?.endMs ?? Infinity) <= startMs) next += 1
    const left = piecesLeft({ startMs, endMs }, cuts, next)
    const leftNow = left.reduce((sum, piece) => sum + piece.endMs - piece.startMs, 0)
    // A pause that is cut in several places was shortened by hand.
    const [piece] = left
    if (leftNow <= longerThanMs || left.length !== 1 || piece === undefined) return []
    const middle = { startMs: piece.startMs + leftMs / 2, endMs: piece.endMs - leftMs / 2 }
    const whole = { startMs: Math.round(middle.startMs), endMs: Math.round(middle.endMs) }
    return whole.endMs > whole.startMs ? [whole] : []
  })
}

function piecesLeft(pause: TimeSpan, cuts: readonly TimeSpan[], from: number): TimeSpan[] {
  const left: TimeSpan[] = []
  let { startMs } = pause
  for (let place = from; (cuts[place]?.startMs ?? Infinity) < pause.endMs; place += 1) {
    const cut = cuts[place] as TimeSpan
    if (cut.startMs > startMs) left.push({ startMs, endMs: cut.startMs })
    startMs = Math.max(startMs, cut.endMs)
  }
  if (pause.endMs > startMs) left.push({ startMs, endMs: pause.endMs })
  return left
}
