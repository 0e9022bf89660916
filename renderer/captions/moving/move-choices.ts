import { framesMs, nearestCount, parseAmount } from '#core/captions/retiming/parse-amount'
import type { CaptionMove } from '#core/captions/retiming/move-captions'
import { cuesFrom, type MovedRange } from '#core/captions/retiming/retimed-cues'
import type { Cue } from '#core/captions/cues'
import { frameRateOf } from '#core/frames/timecode'
import { exactStart } from '#core/captions/timing/cues-in-time'
import type { FrameGrid } from '#core/frames/video-frames'
import { isCaptionTiming } from '#core/transcript/caption-timing'
import { movedBy, stretchedBy, throughPairs, type TimeMap } from '#core/transcript/time-map'
import { typedTime } from '../times/time-field.tsx'

/** Frame rates that films have. */
export const filmRates = [23.976, 24, 25, 29.97, 30, 50, 59.94, 60] as const

/** A caption by its number as shown, and the typed time at which it is to start. */
export interface MovedPoint {
  readonly number: number
  readonly typed: string
}

/** What is chosen in the dialog; texts as typed. */
export interface MoveChoices {
  readonly which: 'all' | 'from' | 'range'
  /** Numbers of captions as shown, from 1. */
  readonly first: number
  readonly last: number
  readonly by: 'amount' | 'points' | 'rates'
  readonly amount: string
  readonly points: readonly [MovedPoint, MovedPoint]
  readonly rates: readonly [number, number]
  readonly withWords: boolean
}

/** Why nothing can be moved by the choices. */
export type WrongChoice = 'amount' | 'points' | 'rates'

/**
 * The chosen move; null while something is not typed yet, or what is wrong.
 * @param frames in which typed times count
 */
export function chosenMove(
  choices: MoveChoices,
  cues: readonly Cue[],
  frames: FrameGrid | null,
): CaptionMove | WrongChoice | null {
  const map = chosenMap(choices, cues, frames)
  if (map === null || typeof map === 'string') return map
  const range = rangeOf(choices)
  return { map, range, withWords: range === null && choices.withWords }
}

function rangeOf({ which, first, last }: MoveChoices): MovedRange | null {
  if (which === 'all') return null
  return which === 'from'
    ? cuesFrom(first - 1)
    : { from: Math.min(first, last) - 1, to: Math.max(first, last) - 1 }
}

function chosenMap(
  { by, amount, points, rates }: MoveChoices,
  cues: readonly Cue[],
  frames: FrameGrid | null,
): TimeMap | WrongChoice | null {
  switch (by) {
    case 'amount': {
      if (amount.trim() === '') return null
      const ms = parseAmount(amount, frames)
      return ms === null ? 'amount' : movedBy(ms)
    }
    case 'points': {
      const pairs = points.map(({ number, typed }) => {
        const cue = cues[number - 1]
        const toMs = typedTime(typed, frames)
        if (cue === undefined || toMs === null) return null
        return { fromMs: exactStart(cue), toMs }
      })
      const [one, other] = pairs
      const map = one && other ? throughPairs(one, other) : null
      return map !== null && isCaptionTiming(map) ? map : 'points'
    }
    case 'rates':
      return rates[0] === rates[1] ? 'rates' : stretchedBy(frameRateOf(rates[0]), frameRateOf(rates[1]))
  }
}

/** An amount as it is typed: in frames where there are frames, else in seconds. */
export function amountText(ms: number, frames: FrameGrid | null, frameLetter: 'f' | 'i'): string {
  const sign = ms < 0 ? '\u2212' : ''
  const count = frames === null ? 0 : Math.abs(nearestCount(ms, frames))
  const isFrames = frames !== null && Math.abs(framesMs(count, frames) - Math.abs(ms)) <= 1
  return isFrames ? `${sign}${count}${frameLetter}` : `${sign}${Math.abs(ms) / 1_000}`
}
