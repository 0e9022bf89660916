import type { Edit } from '../../edits/edit.ts'
import type { Cue } from '../cues.ts'
import { arrangeCues } from './arrange-cues.ts'
import type { CueContext } from './cue-context.ts'
import { pairBefore } from './wanted.ts'

/** Joins a cue with the one before it; nothing if words of other cues are between them. */
export function joinWithBefore(context: CueContext, cue: Cue): Edit[] {
  const pair = pairBefore(context, cue)
  if (pair === null) return []
  const { order, first, second } = pair
  const joined = {
    from: first.from,
    to: second.to,
    startMs: first.startMs,
    endMs: Math.max(first.endMs, second.endMs),
    isFixed: first.isFixed || second.isFixed,
  }
  return arrangeCues(context, order, [joined], { isTogether: true })
}
