import type { Edit } from '../../edits/edit.ts'
import type { CueContext } from './cue-context.ts'
import { coverRange, uncoverRange } from './mark-edits.ts'
import { marksIn, wordOrder } from './word-order.ts'
import { wordRange } from './word-range.ts'

/** Sets the words from one to another in italics; takes italics away where all of them have them. */
export function toggleItalic(context: CueContext, fromWordId: string, toWordId: string): Edit[] {
  const order = wordOrder(context.transcript)
  const range = wordRange(order, fromWordId, toWordId)
  if (range === null) return []
  const italics = marksIn(order, context.transcript.marks, ['italic'], range)
  let isItalic = true
  for (let place = range.from; place <= range.to; place += 1) {
    isItalic &&= italics.some(({ from, to }) => from <= place && place <= to)
  }
  return isItalic
    ? uncoverRange(context, order, range, 'italic')
    : coverRange(context, order, range, 'italic')
}
