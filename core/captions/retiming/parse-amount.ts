import { parseTimecode } from '../../frames/parse-timecode.ts'
import type { FrameGrid } from '../../frames/video-frames.ts'
import { parseTime } from '../../sound/parse-time.ts'

/**
 * A typed amount of time in whole ms, later or, with a minus sign, earlier: `1.5`, `-0:01:02.5`, with frames also `-12f`
 * (`12i`) and `00:00:01:12`; null if it is none.
 * @param frames in which frames and timecodes count; null without frames
 */
export function parseAmount(typed: string, frames: FrameGrid | null): number | null {
  const [, sign = '', amount = ''] = /^([-+\u2212\u2013]?)\s*(.*)$/u.exec(typed.trim()) ?? []
  const ms = frames === null ? null : framesIn(amount, frames)
  const length = ms ?? parseTime(amount.replace(/\s*s$/u, ''))
  if (length === null || length > 1e9) return null
  return sign === '' || sign === '+' || length === 0 ? length : -length
}

function framesIn(amount: string, frames: FrameGrid): number | null {
  const count = /^(\d{1,7})\s*[fi]$/iu.exec(amount)?.[1]
  if (count !== undefined) return framesMs(Number(count), frames)
  const isTimecode = amount.split(':').length === 4 || amount.includes(';')
  return isTimecode ? parseTimecode(amount, { ...frames, firstUs: 0 }) : null
}

/** The length of so many frames, in whole ms. */
export const framesMs = (count: number, { numerator, denominator }: FrameGrid): number =>
  Math.round((count * denominator * 1_000) / numerator)

/** The nearest number of frames, the same for an amount and for as much the other way. */
export const nearestCount = (ms: number, { numerator, denominator }: FrameGrid): number =>
  Math.sign(ms) * Math.round((Math.abs(ms) * numerator) / (denominator * 1_000))
