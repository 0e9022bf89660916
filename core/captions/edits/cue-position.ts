import type { Edit } from '../../edits/edit.ts'
import type { CuePosition } from '../../transcript/marks/kinds/position.ts'
import type { Cue } from '../cues.ts'
import type { CueContext } from './cue-context.ts'
import { cueRanges } from './cue-range.ts'
import { addMark, keepParts } from './mark-edits.ts'
import { marksIn, wordOrder } from './word-order.ts'

/** Position of a cue on the picture; null for the default. */
export function setCuePosition(context: CueContext, cue: Cue, position: CuePosition | null): Edit[] {
  const { transcript, cues } = context
  const order = wordOrder(transcript)
  const edits: Edit[] = []
  for (const range of cueRanges(order, transcript, cues, cue)) {
    if (position !== null) edits.push(addMark(context, order, range, { kind: 'position', value: position }))
    for (const placed of marksIn(order, transcript.marks, ['position'], range)) {
      // Other cues under the same mark keep their position.
      const left = { from: placed.from, to: range.from - 1 }
      const right = { from: range.to + 1, to: placed.to }
      const parts = [left, right].filter(({ from, to }) => from <= to)
      edits.push(...keepParts(context, order, placed, parts))
    }
  }
  return edits
}
