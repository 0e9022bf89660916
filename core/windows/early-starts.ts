import { WINDOW_FRAMES, secondsToFrames } from './frames.ts'

/** A window at its position in the recording. */
export interface PlacedWindow {
  readonly startFrame: number
  /** For each speaker of the window, 1 in each frame in which they talk. */
  readonly activity: readonly Uint8Array[]
  /** The id in the recording for each speaker of the window. */
  readonly ids: readonly number[]
  /** The frames taken from this window: those whose nearest center is its own. */
  readonly from: number
  readonly until: number
}

/**
 * Frames before a speaker begins in the window that counts, in which the overlapping window already has the
 * speaker.
 */
export interface EarlyStart {
  readonly localSpeaker: number
  readonly startFrame: number
  readonly endFrame: number
}

/** For longer ones, the two windows disagree about more than a start (measured, see docs/engine.md 5). */
const MAX_FRAMES = Math.round(secondsToFrames(0.6))
const MIN_FRAMES = Math.round(secondsToFrames(0.1))

/** Speech from the first frames of a window may be the end of earlier speech. */
const EDGE_FRAMES = Math.round(secondsToFrames(0.2))

/**
 * Every frame is in two windows. Near the edge of one, a speaker who begins while another is still talking is
 * often found only by the other.
 */
export function findEarlyStarts(windows: readonly PlacedWindow[]): EarlyStart[] {
  return windows.flatMap((window, index) =>
    window.activity.flatMap((active, speaker) => {
      const found: EarlyStart[] = []
      for (let frame = window.from + 1; frame < window.until; frame++) {
        const at = frame - window.startFrame
        if (active[at] !== 1 || active[at - 1] === 1) continue
        const other = [windows[index - 1], windows[index + 1]].find((near) => covers(near, frame - 1))
        const startFrame = other === undefined ? frame : startIn(other, window.ids[speaker] ?? -1, frame)
        if (frame - startFrame < MIN_FRAMES || frame - startFrame > MAX_FRAMES) continue
        found.push({ localSpeaker: window.ids[speaker] ?? -1, startFrame, endFrame: frame })
      }
      return found
    }),
  )
}

const covers = (window: PlacedWindow | undefined, frame: number): boolean =>
  window !== undefined && frame >= window.startFrame && frame < window.startFrame + WINDOW_FRAMES

/** The frame from which the window has the speaker talk continuously up to a frame; that frame if unknown. */
function startIn({ startFrame, activity, ids }: PlacedWindow, id: number, frame: number): number {
  const active = activity[ids.indexOf(id)]
  if (active?.[frame - startFrame] !== 1) return frame
  let from = frame - startFrame
  while (from > 0 && active[from - 1] === 1) from--
  return from < EDGE_FRAMES ? frame : startFrame + from
}
