import { frameRateOf } from '../../frames/timecode.ts'
import {
  type FrameGrid,
  framesKey,
  framesPerSecond,
  gridOfVideo,
  type VideoFrames,
} from '../../frames/video-frames.ts'
import type { CaptionRules } from '../caption-rules.ts'

// Rules never change in place; CueParts compares them by identity.
const known = new WeakMap<CaptionRules, Map<string, CaptionRules>>()

/**
 * The rules for a video: its frames are the grid of all times that Parolo sets, and gaps are as many frames as at the
 * preset's rate. The same object for the same rules and frames; the rules themselves if the rate varies.
 * @param presetRate frames per second in which the rules count; null if they do not
 */
export function rulesOnFrames(
  rules: CaptionRules,
  presetRate: number | null,
  video: VideoFrames | undefined,
): CaptionRules {
  const frames = video === undefined ? null : gridOfVideo(video)
  if (video === undefined || frames === null) return rules
  const key = `${presetRate} ${framesKey(video)}`
  const byFrames = known.get(rules) ?? new Map<string, CaptionRules>()
  known.set(rules, byFrames)
  const before = byFrames.get(key)
  if (before !== undefined) return before
  const made = onFrames(rules, presetRate, frames)
  byFrames.set(key, made)
  return made
}

/** The rules for a recording whose times are all later by an offset in ms. */
export function shiftedRules(rules: CaptionRules, offsetMs: number): CaptionRules {
  const { frames } = rules
  if (frames === undefined || offsetMs === 0) return rules
  return { ...rules, frames: { ...frames, firstUs: frames.firstUs + Math.round(offsetMs * 1_000) } }
}

/** Limits become times that whole frames last, whatever the ms in which the first of them begins. */
function onFrames(rules: CaptionRules, presetRate: number | null, frames: FrameGrid): CaptionRules {
  const gapFrames = countFrames(rules.gapMs, presetRate, frames)
  const least = (count: number): number => Math.floor((count * 1_000 * frames.denominator) / frames.numerator)
  const most = (count: number): number => Math.ceil((count * 1_000 * frames.denominator) / frames.numerator)
  const inFrames = (ms: number): number => (ms * framesPerSecond(frames)) / 1_000
  const closeFrames = Math.max(gapFrames, Math.ceil(inFrames(rules.closeGapsUnderMs) - SHORT_OF_A_FRAME))
  return {
    ...rules,
    frames,
    gapMs: least(gapFrames),
    closeGapsUnderMs: least(closeFrames),
    minDurationMs: least(Math.max(1, Math.ceil(inFrames(rules.minDurationMs) - SHORT_OF_A_FRAME))),
    maxDurationMs: most(Math.max(1, Math.floor(inFrames(rules.maxDurationMs) + SHORT_OF_A_FRAME))),
  }
}

/** Rules in ms are rounded from frames: 834 ms are the 20 frames at 24 a second that last 833.3 ms. */
const SHORT_OF_A_FRAME = 0.05

/**
 * As many frames as the time is at the preset's rate, if it is a whole number of them; else those it lasts here, as for
 * videos with fewer frames a second, whose gaps would be seen as pauses.
 */
function countFrames(ms: number, presetRate: number | null, frames: FrameGrid): number {
  const lasting = Math.max(0, Math.ceil((ms * framesPerSecond(frames)) / 1_000 - SHORT_OF_A_FRAME))
  if (presetRate === null) return lasting
  const rate = framesPerSecond(frameRateOf(presetRate))
  const count = Math.round((ms * rate) / 1_000)
  return Math.abs((count * 1_000) / rate - ms) <= 1 ? Math.min(count, lasting) : lasting
}
