import {
  firstFrame,
  frameBegin,
  frameOn,
  nearestFrame,
  nextBegin,
  startOfFrame,
  timeOnFrame,
} from '../../frames/frame-grid.ts'
import type { FrameGrid } from '../../frames/video-frames.ts'
import type { CaptionRules } from '../caption-rules.ts'
import type { Cue } from '../cue.ts'

/** Start, gap and duration are each rounded to whole ms: so near, a time means the frame there. */
const ROUNDED_MS = 2

/**
 * Fixed cues with their new times on the video's frames: starts in the nearest, ends in the next one if there is room
 * before the following cue, as the time was needed. Times that cues had before stay.
 */
export function fixedOnFrames(
  cues: readonly Cue[],
  before: readonly Cue[],
  rules: CaptionRules,
): readonly Cue[] {
  const { frames, gapMs } = rules
  if (frames === undefined || cues === before) return cues
  const known = new Set(before.flatMap(({ startMs, endMs }) => [startMs, endMs]))
  const starts = startsOnFrames(cues, known, frames)
  return cues.map((cue, index) => {
    const startMs = starts[index] ?? cue.startMs
    const nextMs = starts[index + 1] ?? Infinity
    const isAdjacent = cue.endMs === cues[index + 1]?.startMs
    const latestMs = isAdjacent ? nextMs : Math.max(nextMs - gapMs, cue.endMs)
    const wantedMs =
      known.has(cue.endMs) && cue.endMs <= nextMs ? cue.endMs : endOnFrame(cue.endMs, latestMs, frames)
    const endMs = wantedMs > startMs ? wantedMs : startOfFrame(frameOn(startMs, frames) + 1, frames)
    if (startMs === cue.startMs && endMs === cue.endMs) return cue
    return { ...cue, startMs, endMs }
  })
}

/** Each in a frame of its own, so that times of before move only where several captions begin within one. */
function startsOnFrames(
  cues: readonly Cue[],
  known: ReadonlySet<number>,
  frames: FrameGrid,
): readonly number[] {
  let earliest = firstFrame(frames)
  return cues.map(({ startMs }) => {
    const isKnown = known.has(startMs)
    const near = isKnown ? frameOn(startMs, frames) : nearestFrame(startMs, frames)
    const frame = Math.max(earliest, near)
    earliest = frame + 1
    return isKnown && frame === near ? startMs : startOfFrame(frame, frames)
  })
}

function endOnFrame(ms: number, latestMs: number, frames: FrameGrid): number {
  const nearest = timeOnFrame(ms, frames)
  if (Math.abs(nearest - ms) <= ROUNDED_MS) return nearest
  const next = nextBegin(ms, frames)
  return next <= latestMs + ROUNDED_MS ? next : frameBegin(ms, frames)
}
