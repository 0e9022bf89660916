import { markKinds } from '../../transcript/marks/mark-kinds.ts'
import type { Edit } from '../../edits/edit.ts'
import type { Cue } from '../cues.ts'
import type { CueContext } from './cue-context.ts'
import { cueRanges } from './cue-range.ts'
import { keepParts } from './mark-edits.ts'
import { marksIn, wordOrder } from './word-order.ts'

/** Marks that change what captions show, unlike comments and facts about words. */
export const captionMarkKinds = markKinds
  .filter(({ behavior }) => behavior.isResettable)
  .map(({ kind }) => kind)

/** Removes all caption marks from the words of a cue, so that Parolo cuts them by the rules. */
export function resetCue(context: CueContext, cue: Cue): Edit[] {
  const { transcript, cues } = context
  const order = wordOrder(transcript)
  const edits: Edit[] = []
  for (const range of cueRanges(order, transcript, cues, cue)) {
    for (const placed of marksIn(order, transcript.marks, captionMarkKinds, range)) {
      const least = placed.mark.kind === 'no-break' ? 2 : 1
      // The text of a wording replaces all of its words.
      const isWhole = placed.mark.kind === 'wording'
      const left = { from: placed.from, to: range.from - 1 }
      const right = { from: range.to + 1, to: placed.to }
      const parts = isWhole ? [] : [left, right].filter(({ from, to }) => to - from + 1 >= least)
      edits.push(...keepParts(context, order, placed, parts))
    }
  }
  return edits
}
