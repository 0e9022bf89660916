import { firstFrame, frameOn, startOfFrame } from '../../frames/frame-grid.ts'
import type { FrameGrid } from '../../frames/video-frames.ts'
import type { CaptionRules } from '../caption-rules.ts'
import type { CueTiming } from '../cutting/cue-timing.ts'

/**
 * Starts at the first words, moved within the tolerance when a short cue needs the time. Loops over plain numbers: after
 * each key it goes through thousands of cues.
 */
export function cueStarts(
  rules: CaptionRules,
  timings: readonly CueTiming[],
  horizonMs: number,
): Float64Array {
  const { minDurationMs, startToleranceMs } = rules
  const starts = new Float64Array(timings.length)
  /** The latest start of each cue that still allows all later starts to be within the tolerance. */
  const latest = new Float64Array(timings.length)
  let nextMs = horizonMs
  let latestMs = Infinity
  for (let index = timings.length - 1; index >= 0; index--) {
    const { wordMs = 0, isStartSet = false } = timings[index] ?? {}
    // A start set by a mark is not moved.
    const toleranceMs = isStartSet ? 0 : startToleranceMs
    // Where captions are moved in time, a mark can set one before the start of the recording.
    nextMs = Math.max(isStartSet ? wordMs : 0, Math.min(wordMs, nextMs - minDurationMs), wordMs - toleranceMs)
    latestMs = Math.min(wordMs + toleranceMs, latestMs - 1)
    starts[index] = nextMs
    latest[index] = latestMs
  }
  for (let index = 1; index < starts.length; index++) {
    const previous = starts[index - 1] ?? 0
    const wanted = Math.min(previous + minDurationMs, latest[index] ?? 0)
    starts[index] = Math.max(starts[index] ?? 0, wanted, previous + 1)
  }
  return rules.frames === undefined ? starts : startsOnFrames(rules.frames, timings, starts)
}

/** In the frame in which each start lies, and each in a frame of its own; those set by marks stay. */
function startsOnFrames(
  frames: FrameGrid,
  timings: readonly CueTiming[],
  starts: Float64Array,
): Float64Array {
  let earliest = firstFrame(frames)
  for (const [index, startMs] of starts.entries()) {
    const frame = frameOn(startMs, frames)
    if (timings[index]?.isStartSet === true) {
      earliest = frame + 1
      continue
    }
    const own = Math.max(earliest, frame)
    starts[index] = startOfFrame(own, frames)
    earliest = own + 1
  }
  return starts
}

/** A cue's end by the rules: on a frame, if there are frames. */
export function cueEnd(
  rules: CaptionRules,
  startMs: number,
  spokenUntilMs: number,
  nextMs: number | undefined,
  horizonMs: number,
): number {
  const endMs = freeEnd(rules, startMs, spokenUntilMs, nextMs, horizonMs)
  if (rules.frames === undefined) return endMs
  // Between two starts that are set within a frame, one on a frame can be after the next.
  return Math.max(startMs + 1, endOnFrame(rules.frames, startMs, endMs, nextMs))
}

/** Start, gap and duration are each rounded to whole ms, so their sum may be this much before the frame meant. */
const ROUNDED_MS = 2

/** The last frame that begins by then, or if that is the start's own, the end itself. */
function endOnFrame(frames: FrameGrid, startMs: number, endMs: number, nextMs = Infinity): number {
  const frame = frameOn(endMs + ROUNDED_MS, frames)
  const near = startOfFrame(frame, frames)
  const end = near <= nextMs ? near : startOfFrame(frame - 1, frames)
  if (end > startMs) return end
  const next = startOfFrame(frameOn(startMs, frames) + 1, frames)
  return next <= nextMs ? next : endMs
}

function freeEnd(
  rules: CaptionRules,
  startMs: number,
  spokenUntilMs: number,
  nextMs: number | undefined,
  horizonMs: number,
): number {
  const longest = startMs + rules.maxDurationMs
  const shortest = startMs + rules.minDurationMs
  const spoken = Math.max(spokenUntilMs, startMs + 1)
  if (nextMs === undefined) {
    const end = Math.max(Math.min(spoken + rules.lingerMs, horizonMs), Math.min(shortest, horizonMs))
    return Math.max(startMs + 1, Math.min(end, longest))
  }
  const lingering = Math.min(spoken + rules.lingerMs, longest)
  const end = withGap(
    rules,
    Math.max(lingering, shortest),
    Math.min(Math.max(spoken, shortest), longest),
    nextMs,
  )
  if (end - startMs >= rules.minDurationMs) return Math.min(end, longest)
  // Too short with a gap, so it is extended to the start of the next cue.
  return Math.min(nextMs, longest)
}

/**
 * An end that leaves either the gap before the next cue or a clear pause; a gap too short to be seen as a pause is
 * closed if that needs no more lingering, or else widened by lingering less.
 * @param earliest the end required by speech and the minimum duration
 */
function withGap(rules: CaptionRules, end: number, earliest: number, nextMs: number): number {
  const { gapMs, closeGapsUnderMs } = rules
  if (nextMs - end >= closeGapsUnderMs) return end
  const opened = nextMs - closeGapsUnderMs
  const isInReach = nextMs - end <= gapMs
  return !isInReach && opened >= earliest ? opened : nextMs - gapMs
}
