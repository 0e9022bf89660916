import type { TimeSpan } from '../transcript/time-span.ts'
import { joinsOf } from './joins.ts'
import type { KeptSpans } from './kept-spans.ts'

/** How loud a recording is, in dBFS, stretch after stretch from its start. */
export interface LevelCurve {
  readonly grainMs: number
  readonly levels: ArrayLike<number>
}

/** A cut at which what is heard between words becomes louder or quieter. */
export interface LevelJump extends TimeSpan {
  /** After the join, less that before it. */
  readonly decibels: number
}

/** A jump that is heard. */
export const JUMP_DB = 6
/** So much between words is measured on each side, the nearest, of so much kept sound at most. */
const MOST_MS = 600
const HEARD_MS = 4_000
/** Less than this between words is not measured. */
const LEAST_MS = 200
/** Words may be longer than they are written down. */
const BESIDE_WORDS_MS = 60
/** Anything quieter is silence. */
const SILENCE_DB = -70
/** Of what is between words, so much may be breath or the end of a word. */
const QUIET_SHARE = 0.4

/**
 * The joins at which the noise between words jumps by more than `JUMP_DB`, in order. `words`: all that is spoken, in any order.
 * Where there is too little between words nothing is said.
 */
export function levelJumps(kept: KeptSpans, words: readonly TimeSpan[], curve: LevelCurve): LevelJump[] {
  const { rate, spans } = kept
  const ms = (sample: number): number => (sample * 1_000) / rate
  const { grainMs, levels } = curve
  const isSpoken = new Uint8Array(levels.length)
  for (const { startMs, endMs } of words)
    isSpoken.fill(
      1,
      Math.max(0, Math.floor((startMs - BESIDE_WORDS_MS) / grainMs)),
      Math.max(0, Math.ceil((endMs + BESIDE_WORDS_MS) / grainMs)),
    )
  /** From the span at a place on, in one direction. */
  const noiseFrom = (place: number, step: 1 | -1): number | null => {
    const found: number[] = []
    let left = HEARD_MS / grainMs
    const isMore = (): boolean => left > 0 && found.length < MOST_MS / grainMs
    for (let span = spans[place]; span !== undefined && isMore(); span = spans[(place += step)]) {
      const first = Math.ceil(ms(span.startSample) / grainMs)
      const last = Math.min(levels.length, Math.floor(ms(span.endSample) / grainMs)) - 1
      for (let at = step === 1 ? first : last; at >= first && at <= last && isMore(); at += step) {
        if (isSpoken[at] === 0) found.push(Math.max(SILENCE_DB, levels[at] ?? SILENCE_DB))
        left -= 1
      }
    }
    if (found.length * grainMs < LEAST_MS) return null
    return found.sort((a, b) => a - b)[Math.floor(found.length * QUIET_SHARE)] ?? null
  }
  return joinsOf(kept).flatMap(({ endSample, startSample }, place) => {
    const [before, after] = [noiseFrom(place, -1), noiseFrom(place + 1, 1)]
    if (before === null || after === null || Math.abs(after - before) <= JUMP_DB) return []
    return [{ startMs: ms(endSample), endMs: ms(startSample), decibels: after - before }]
  })
}
