import type { TimeSpan } from '../transcript/time-span.ts'
import { PCM_RATE } from './pcm.ts'

/** Samples of the recording, the end excluded. */
export interface SampleRange {
  readonly startSample: number
  readonly endSample: number
}

/** A range of a recording in ms; `fromMs` defaults to its start, `toMs` to its end. */
export interface TimeRange {
  readonly fromMs?: number | undefined
  readonly toMs?: number | undefined
}

/** The range ends before it starts, or exceeds the recording. */
export type RangeProblem = 'empty' | 'beyond-end'

/** The problem with a range, if any. `durationMs` of the recording; null if not known yet. */
export function rangeProblem(
  { fromMs = 0, toMs }: TimeRange,
  durationMs: number | null,
): RangeProblem | null {
  if (toMs !== undefined && fromMs >= toMs) return 'empty'
  if (durationMs === null || (fromMs === 0 && toMs === undefined)) return null
  // Some players round lengths up to whole seconds; such an end is accepted too.
  const latestMs = Math.ceil(durationMs / 1000) * 1000
  return fromMs >= durationMs || (toMs ?? 0) > latestMs ? 'beyond-end' : null
}

/** The range as times of the recording. */
export function rangeTimes(
  { fromMs = 0, toMs }: TimeRange,
  durationMs: number,
): { startMs: number; endMs: number } {
  const endMs = Math.min(toMs ?? durationMs, durationMs)
  return { startMs: Math.min(fromMs, endMs), endMs }
}

/** The part of `kept` that is in the range; null if all of it is. */
export function partOfKept(range: TimeRange, kept: TimeSpan): TimeSpan | null {
  const { startMs, endMs } = rangeTimes(range, kept.endMs)
  return startMs <= kept.startMs && endMs >= kept.endMs
    ? null
    : { startMs: Math.max(startMs, kept.startMs), endMs }
}

/** The range as samples of a recording of `sampleCount`. */
export function sampleRange({ fromMs = 0, toMs }: TimeRange, sampleCount: number): SampleRange {
  const sampleAt = (ms: number): number => Math.min(sampleCount, Math.round((ms * PCM_RATE) / 1000))
  const endSample = toMs === undefined ? sampleCount : sampleAt(toMs)
  return { startSample: Math.min(sampleAt(fromMs), endSample), endSample }
}

/** The range of a transcript, from the settings of its run; invalid values count as missing. */
export function rangeOfRun(settings: Readonly<Record<string, unknown>>): TimeRange {
  const { fromMs, toMs } = settings
  const range = { ...(isTime(fromMs) ? { fromMs } : {}), ...(isTime(toMs) ? { toMs } : {}) }
  return rangeProblem(range, null) === null ? range : {}
}

export function hasRange({ fromMs, toMs }: TimeRange): boolean {
  return fromMs !== undefined || toMs !== undefined
}

const isTime = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0
