import {
  frameBegin,
  frameOn,
  nextBegin,
  startOfFrame,
  timeOfFrame,
  timeOnFrame,
} from '../../frames/frame-grid.ts'
import type { FrameGrid } from '../../frames/video-frames.ts'
import { type CaptionTiming, shownMs } from '../../transcript/caption-timing.ts'
import type { TimeSpan } from '../../transcript/time-span.ts'
import type { CaptionRules } from '../caption-rules.ts'
import type { Cue } from '../cue.ts'
import { byStart } from './by-start.ts'

/** The frames on which times lie that are moved, and the least gap that stays between two cues. */
export type MovedGrid = Pick<CaptionRules, 'frames' | 'gapMs'>

/** An unchanged cue stays the same object, so that a list redraws only what is new. */
const known = new WeakMap<Cue, Cue>()
const exactStarts = new WeakMap<Cue, number>()

/**
 * The same cues at the times at which captions show them: each edge is moved, to the nearest frame if there are frames.
 * Cues that were apart stay apart, also where the start of the film cuts them, and keep the least gap.
 * @param cues in order, at the recording's times
 */
export function cuesInTime(cues: Cue[], timing: CaptionTiming | undefined, grid: MovedGrid): Cue[] {
  if (timing === undefined) return cues
  let madeUntilMs = 0
  const moved = cues.map((cue, index) => {
    const before = cues[index - 1]
    const isApart = before !== undefined && before.endMs <= cue.startMs && cue.isFixed !== true
    const movedMs = shownCueMs(cue.startMs, timing, grid.frames)
    const startMs = isApart ? Math.max(movedMs, madeUntilMs) : movedMs
    const wantedMs = shownCueMs(cue.endMs, timing, grid.frames)
    const latestMs = cue.isFixed === true ? Infinity : latestEnd(cue, cues[index + 1], timing, grid)
    const endMs = endAfter(startMs, latestMs > startMs ? Math.min(wantedMs, latestMs) : wantedMs, grid)
    madeUntilMs = endMs
    const made = known.get(cue)
    const isSame = made?.startMs === startMs && made.endMs === endMs
    const shown = isSame ? made : { ...cue, startMs, endMs }
    known.set(cue, shown)
    exactStarts.set(shown, movedMs === startMs ? exactMs(cue.startMs, timing, grid.frames) : startMs)
    return shown
  })
  return byStart(moved)
}

/** Until when a cue may last that had the least gap before the next. */
function latestEnd(
  cue: Cue,
  next: Cue | undefined,
  timing: CaptionTiming,
  { frames, gapMs }: MovedGrid,
): number {
  if (next === undefined || next.startMs - cue.endMs < gapMs) return Infinity
  const latestMs = shownCueMs(next.startMs, timing, frames) - gapMs
  return frames === undefined ? latestMs : frameBegin(latestMs, frames)
}

function endAfter(startMs: number, endMs: number, { frames }: MovedGrid): number {
  if (endMs > startMs) return endMs
  return frames === undefined ? startMs + 1 : startOfFrame(frameOn(startMs, frames) + 1, frames)
}

/** When captions show a time of the recording, to thousandths of a ms, as an edge of a cue: in whole ms, on a frame. */
export function shownCueMs(
  ms: number,
  timing: CaptionTiming | undefined,
  frames: FrameGrid | undefined,
): number {
  if (timing === undefined) return ms
  if (frames === undefined) return shownMs(ms, timing)
  return timeOnFrame(Math.max(0, exactMs(ms, timing, frames) + ALMOST_MS), frames)
}

const exactMs = (ms: number, { ratio, offsetMs }: CaptionTiming, frames: FrameGrid | undefined): number =>
  (frames === undefined ? ms : timeOfFrame(ms, frames)) * ratio + offsetMs

/** When a cue starts, before it is rounded to whole ms and frames: what is moved again is exact then. */
export const exactStart = (cue: Cue): number => exactStarts.get(cue) ?? cue.startMs

/** More than floating-point numbers are off: half a frame is rounded up, however it was computed. */
const ALMOST_MS = 1e-6

/** The part of the film that a cue may be in, on frames inside it if there are frames. */
export function partOnFrames(part: TimeSpan, frames: FrameGrid | undefined): TimeSpan {
  if (frames === undefined) return part
  const startMs = nextBegin(part.startMs, frames)
  const endMs = frameBegin(part.endMs, frames)
  return endMs > startMs ? { startMs, endMs } : part
}
