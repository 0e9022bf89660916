import { startOfFrame } from './frame-grid.ts'
import type { FrameGrid } from './video-frames.ts'

/**
 * When the frame of a typed timecode begins, in ms: `00:00:05:14`, with `;` before the frame, or without hours
 * `00:05:14`; null if it is none, or names a frame that does not exist.
 */
export function parseTimecode(typed: string, grid: FrameGrid): number | null {
  const match = /^(?:(\d{1,2}):)?(\d{1,2}):(\d{1,2})[:;](\d{1,3})$/u.exec(typed.trim())
  if (match === null) return null
  const [hours, minutes, seconds, frame] = match.slice(1).map((field) => Number(field ?? 0))
  if (hours === undefined || minutes === undefined || seconds === undefined || frame === undefined)
    return null
  if (minutes >= 60 || seconds >= 60 || frame >= grid.nominal) return null
  const dropped = grid.drops ? grid.nominal / 15 : 0
  const isDropped = seconds === 0 && minutes % 10 !== 0 && frame < dropped
  if (isDropped) return null
  const wholeMinutes = hours * 60 + minutes
  const counted = (wholeMinutes * 60 + seconds) * grid.nominal + frame
  return startOfFrame(counted - dropped * (wholeMinutes - Math.floor(wholeMinutes / 10)), grid)
}
