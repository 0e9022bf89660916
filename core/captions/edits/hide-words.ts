import type { Edit } from '../../edits/edit.ts'
import type { CueContext } from './cue-context.ts'
import { coverRange, uncoverRange } from './mark-edits.ts'
import { wordOrder } from './word-order.ts'
import { wordRange } from './word-range.ts'

/** Omits the words of a range from captions; the transcript keeps them. */
export function hideWords(context: CueContext, fromWordId: string, toWordId: string): Edit[] {
  const order = wordOrder(context.transcript)
  const range = wordRange(order, fromWordId, toWordId)
  return range === null ? [] : coverRange(context, order, range, 'hide')
}

/** Shows the words of a range in captions again. */
export function showWords(
  context: Pick<CueContext, 'newId' | 'transcript'>,
  fromWordId: string,
  toWordId: string,
): Edit[] {
  const order = wordOrder(context.transcript)
  const range = wordRange(order, fromWordId, toWordId)
  return range === null ? [] : uncoverRange(context, order, range, 'hide')
}
