import { PCM_RATE } from '../sound/pcm.ts'
import { WINDOW_FRAMES, secondsToFrames } from './frames.ts'
import { type EarlyStart, findEarlyStarts, type PlacedWindow } from './early-starts.ts'
import { WINDOW_SECONDS, type SegmentedWindow } from './windows.ts'

/** The model distinguishes at most three people in one window. */
const SPEAKERS_PER_WINDOW = 3
/** Two local speakers are the same person if both are active for 0.1 s where their windows overlap. */
const CO_ACTIVE_FRAMES = 6

export const NOBODY = -1

/** Who speaks in each frame of a recording: local ids that continue across windows, or -1. */
export interface FrameTracks {
  readonly frameCount: number
  readonly first: Int32Array
  /** The second speaker during an overlap. */
  readonly second: Int32Array
}

/** The frames of a recording, and further results of the windows. */
export interface StitchedFrames extends FrameTracks {
  /** Where the overlapping window has a speaker begin earlier. */
  readonly earlyStarts: readonly EarlyStart[]
}

/**
 * Joins windows to one track. A frame belongs to the window whose center is nearest; a speaker keeps their id in the
 * next window if both windows detect them where they overlap, and gets a new one otherwise.
 * @param sampleCount end of the analyzed sound
 */
export function stitch(windows: readonly SegmentedWindow[], sampleCount: number): StitchedFrames {
  const frameCount = Math.ceil(secondsToFrames(sampleCount / PCM_RATE)) + 1
  const first = new Int32Array(frameCount).fill(NOBODY)
  const second = new Int32Array(frameCount).fill(NOBODY)
  const starts = windows.map((window) => window.startSample / PCM_RATE)
  const borders = windows.slice(1).map((_window, index) => borderFrame(starts, index))
  const placed: PlacedWindow[] = []
  let nextId = 0
  for (const [index, window] of windows.entries()) {
    const startFrame = Math.round(secondsToFrames(starts[index] as number))
    const activity = activityOf(window)
    const ids: number[] = continuedIds(startFrame, activity, placed.at(-1) ?? null).map((id) =>
      id === NOBODY ? nextId++ : id,
    )
    const from = Math.max(borders[index - 1] ?? 0, startFrame)
    const until = Math.max(
      from,
      Math.min(borders[index] ?? frameCount, startFrame + WINDOW_FRAMES, frameCount),
    )
    for (let frame = from; frame < until; frame++) {
      for (const [speaker, active] of activity.entries()) {
        if (active[frame - startFrame] !== 1) continue
        const track = first[frame] === NOBODY ? first : second
        track[frame] = ids[speaker] as number
      }
    }
    placed.push({ startFrame, activity, ids, from, until })
  }
  return { frameCount, first, second, earlyStarts: findEarlyStarts(placed) }
}

/** Halfway between the centers of window `index` and the next. */
function borderFrame(starts: readonly number[], index: number): number {
  const [start, nextStart] = [starts[index] as number, starts[index + 1] as number]
  return Math.round(secondsToFrames((start + nextStart + WINDOW_SECONDS) / 2))
}

function activityOf(window: SegmentedWindow): Uint8Array[] {
  const activity = Array.from({ length: SPEAKERS_PER_WINDOW }, () => new Uint8Array(WINDOW_FRAMES))
  for (const { localSpeaker, startFrame, endFrame } of window.segments) {
    const active = activity[localSpeaker]
    if (active === undefined) throw new RangeError(`a window has no speaker ${localSpeaker}`)
    active.fill(1, startFrame, endFrame)
  }
  return activity
}

/**
 * For each speaker of a window the id of the speaker in the previous window who is most often active with them, or
 * -1.
 */
function continuedIds(
  startFrame: number,
  activity: readonly Uint8Array[],
  previous: PlacedWindow | null,
): number[] {
  const ids: number[] = activity.map(() => NOBODY)
  if (previous === null) return ids
  const shift = startFrame - previous.startFrame
  const pairs: { together: number; speaker: number; before: number }[] = []
  for (const [speaker, active] of activity.entries()) {
    for (const [before, activeBefore] of previous.activity.entries()) {
      let together = 0
      for (let frame = 0; frame + shift < WINDOW_FRAMES; frame++) {
        if (active[frame] === 1 && activeBefore[frame + shift] === 1) together++
      }
      if (together >= CO_ACTIVE_FRAMES) pairs.push({ together, speaker, before })
    }
  }
  const taken = new Set<number>()
  for (const { speaker, before } of pairs.sort((a, b) => b.together - a.together)) {
    if (ids[speaker] !== NOBODY || taken.has(before)) continue
    ids[speaker] = previous.ids[before] as number
    taken.add(before)
  }
  return ids
}
