import type { CaptionRules } from '#core/captions/caption-rules'
import type { Cue } from '#core/captions/cues'
import { MIN_CUE_MS } from '#core/captions/edits/cue-times'
import type { TimeSpan } from '#core/transcript/time-span'

/** New times of a caption. */
export interface Retimed extends TimeSpan {
  readonly cue: Cue
}

/** The first caption to tap: the edited one, else the one at the playhead or the next after it. */
export function firstToTap(cues: readonly Cue[], edited: number | null, positionMs: number): number | null {
  if (edited !== null && edited < cues.length) return edited
  const index = cues.findIndex(({ endMs }) => endMs > positionMs)
  return index < 0 ? null : index
}

/** The span between pressing and releasing the key; null if playback moved back meanwhile. */
export function tappedSpan(pressedMs: number, releasedMs: number): TimeSpan | null {
  if (releasedMs < pressedMs) return null
  const startMs = Math.round(pressedMs)
  return { startMs, endMs: Math.max(Math.round(releasedMs), startMs + MIN_CUE_MS) }
}

/**
 * The changes, in order, that give a caption these times: later captions in the way are moved first, the last
 * of them before the others, down to their minimum duration.
 */
export function tapCaption(
  cues: readonly Cue[],
  index: number,
  { startMs, endMs }: TimeSpan,
  { gapMs, minDurationMs }: Pick<CaptionRules, 'gapMs' | 'minDurationMs'>,
): Retimed[] {
  const cue = cues[index]
  if (cue === undefined) return []
  const retimed: Retimed[] = [{ cue, startMs, endMs }]
  let earliestMs = endMs + gapMs
  for (const later of cues.slice(index + 1)) {
    if (later.startMs >= earliestMs) break
    const leastMs = Math.min(minDurationMs, later.endMs - later.startMs)
    const moved = { cue: later, startMs: earliestMs, endMs: Math.max(later.endMs, earliestMs + leastMs) }
    retimed.unshift(moved)
    earliestMs = moved.endMs + gapMs
  }
  return retimed
}
