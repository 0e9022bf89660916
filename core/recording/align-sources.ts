import { FRAMES_PER_MS } from './block.ts'
import type { JournalEntry } from './journal-entry.ts'
import { sourceTimes, type TimedFrame } from './source-times.ts'

/** A source that is never further than this from its correct position is not changed. In ms. */
export const MIN_CORRECTED_MS = 20
/** A correction changes the rate by at most this: 1 %. */
const MAX_CHANGE = 0.01

/** Minimum length of a segment, in frames: 0.1 s. */
const MIN_STRETCH = 100 * FRAMES_PER_MS

/** Frames of a source's file that become `length` frames. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly length: number
}

export interface Alignment {
  /** For each source, the segments of its whole file, in order; null: sample for sample. */
  readonly sources: readonly (readonly Stretch[] | null)[]
  /** Length of the recording, in frames. */
  readonly frames: number
  /** Frames of silence appended to each source, so that all are equally long. */
  readonly silence: readonly number[]
  /** Position in the recording's file of a time on the recording's clock. Both in ms. */
  readonly inFile: (clockMs: number) => number
  /** Position in it of a time in a source's own file. Both in ms. */
  readonly fromSource: (source: number, fileMs: number) => number
}

/**
 * Aligns the sources of a recording with the first one that delivered sound, which is not changed. Uses lines
 * fitted over minutes to the capture times of samples; `frames` is the length of each source's file.
 */
export function alignSources(entries: readonly JournalEntry[], frames: readonly number[]): Alignment {
  const times = frames.map((length, source) => sourceTimes(entries, source, length))
  const first = times.findIndex((one) => one.length > 1)
  const own = times[first] ?? []
  const sources = frames.map((length, source) =>
    source === first || own.length === 0 ? null : stretchesOf(times[source] ?? [], own, length),
  )
  const lengths = frames.map(
    (length, source) => sources[source]?.reduce((sum, stretch) => sum + stretch.length, 0) ?? length,
  )
  const longest = Math.max(0, ...lengths)
  return {
    sources,
    frames: longest,
    silence: lengths.map((length) => longest - length),
    fromSource: (source, fileMs) =>
      recordingFrameAt(sources[source] ?? null, fileMs * FRAMES_PER_MS) / FRAMES_PER_MS,
    inFile: (clockMs) => (own.length === 0 ? clockMs : frameAt(own, clockMs) / FRAMES_PER_MS),
  }
}

function recordingFrameAt(stretches: readonly Stretch[] | null, frame: number): number {
  if (stretches === null) return frame
  let done = 0
  for (const { from, to, length } of stretches) {
    if (frame < to) return done + ((frame - from) * length) / (to - from)
    done += length
  }
  return done
}

/** Where a writer continues a source whose file has this many frames. */
export function clockStartAt(
  entries: readonly JournalEntry[],
  source: number,
  frames: number,
): { readonly endFrame: number; readonly runs: number } {
  const times = sourceTimes(entries, source, frames)
  const numbers = entries.flatMap((entry) =>
    entry.kind === 'time' && entry.source === source ? [entry.run] : [],
  )
  const endFrame = times.length < 2 ? frames : msAt(times, frames) * FRAMES_PER_MS
  return { endFrame, runs: Math.max(0, ...numbers.map((run) => run + 1)) }
}

function stretchesOf(
  times: readonly TimedFrame[],
  first: readonly TimedFrame[],
  length: number,
): Stretch[] | null {
  if (times.length < 2) return null
  const target = (frame: number): number => frameAt(first, msAt(times, frame))
  const bends = [...times.map(({ frame }) => frame), ...first.map(({ atMs }) => frameAt(times, atMs))]
  const isFar = (frame: number): boolean => frame >= MIN_STRETCH && frame <= length - MIN_STRETCH
  const inner = bends
    .map(Math.round)
    .filter(isFar)
    .toSorted((a, b) => a - b)
    .filter((frame, index, all) => index === 0 || frame - (all[index - 1] ?? 0) >= MIN_STRETCH)
  const ends = [0, ...inner, length]
  const begin = times[0]?.frame ?? 0
  const off = ends.filter((frame) => frame >= begin).map((frame) => Math.abs(target(frame) - frame))
  if (Math.max(0, ...off) < MIN_CORRECTED_MS * FRAMES_PER_MS) return null
  const stretches: Stretch[] = []
  // Silence before its first sound absorbs any delay there.
  let done = Math.max(0, begin === 0 ? Math.round(target(0)) : 0)
  if (done > 0) stretches.push({ from: 0, to: 0, length: done })
  for (const [index, to] of ends.entries()) {
    const from = ends[index - 1]
    if (from === undefined) continue
    const wanted = Math.round(target(to)) - done
    const [least, most] = [(to - from) * (1 - MAX_CHANGE), (to - from) * (1 + MAX_CHANGE)]
    const given = to <= begin ? Math.max(0, wanted) : Math.max(least, Math.min(most, wanted))
    stretches.push({ from, to, length: Math.round(given) })
    done += Math.round(given)
  }
  return stretches
}

/** Before the first of the times and after the last, the rate is extrapolated. */
function msAt(times: readonly TimedFrame[], frame: number): number {
  const [one, other] = around(times, (time) => time.frame < frame)
  if (frame <= one.frame && one === times[0]) return one.atMs + (frame - one.frame) / FRAMES_PER_MS
  const msAFrame = (other.atMs - one.atMs) / (other.frame - one.frame)
  return one.atMs + (frame - one.frame) * msAFrame
}

function frameAt(times: readonly TimedFrame[], atMs: number): number {
  const [one, other] = around(times, (time) => time.atMs < atMs)
  if (atMs <= one.atMs && one === times[0]) return one.frame + (atMs - one.atMs) * FRAMES_PER_MS
  const framesAMs = other.atMs === one.atMs ? 0 : (other.frame - one.frame) / (other.atMs - one.atMs)
  return one.frame + (atMs - one.atMs) * framesAMs
}

/** The neighbors on both sides of a position, or the two nearest to it. */
function around(
  times: readonly TimedFrame[],
  isBefore: (time: TimedFrame) => boolean,
): readonly [TimedFrame, TimedFrame] {
  const after = times.findIndex((time) => !isBefore(time))
  const index = Math.max(1, after === -1 ? times.length - 1 : after)
  return [times[index - 1], times[index]] as [TimedFrame, TimedFrame]
}
