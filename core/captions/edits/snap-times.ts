import type { Cue } from '../cues.ts'

/** In order of preference where two are equally near. */
export const snapKinds = ['shot', 'neighbor', 'speech-start', 'speech-end'] as const

/** A time that an edge of a cue may snap to, and its kind. */
export interface SnapTarget {
  readonly ms: number
  /** A shot change, a neighbor's edge at the minimum gap, or the start or end of speech. */
  readonly kind: (typeof snapKinds)[number]
}

export interface SnapSources {
  readonly before: Cue | undefined
  readonly after: Cue | undefined
  /** Speech regions or turns. */
  readonly speech: readonly { readonly startMs: number; readonly endMs: number }[]
  /** Times of shot changes. */
  readonly shots: readonly number[]
  /** The minimum gap between two cues. */
  readonly gapMs: number
}

/** The times between the neighbors of a cue that its edges may snap to, in order. */
export function snapTargets({ before, after, speech, shots, gapMs }: SnapSources): SnapTarget[] {
  const earliestMs = before?.startMs ?? 0
  const latestMs = after?.endMs ?? Infinity
  const targets: SnapTarget[] = []
  const add = (ms: number, kind: SnapTarget['kind']): void => {
    if (ms >= earliestMs && ms <= latestMs) targets.push({ ms: Math.round(ms), kind })
  }
  for (const { startMs, endMs } of speech) {
    add(startMs, 'speech-start')
    add(endMs, 'speech-end')
  }
  for (const ms of shots) add(ms, 'shot')
  if (before !== undefined) add(before.endMs + gapMs, 'neighbor')
  if (after !== undefined) add(after.startMs - gapMs, 'neighbor')
  return targets.sort((a, b) => a.ms - b.ms || rank(a) - rank(b))
}

/** The nearest target; null if none is within the distance. */
export function snapTime(ms: number, targets: readonly SnapTarget[], withinMs: number): SnapTarget | null {
  let nearest: SnapTarget | null = null
  for (const target of targets) {
    const off = Math.abs(target.ms - ms)
    if (off > withinMs) continue
    const best = nearest === null ? Infinity : Math.abs(nearest.ms - ms)
    if (off < best || (off === best && nearest !== null && rank(target) < rank(nearest))) nearest = target
  }
  return nearest
}

const rank = ({ kind }: SnapTarget): number => snapKinds.indexOf(kind)
