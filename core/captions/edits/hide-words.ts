import type { Edit } from '../../edits/edit.ts'
import type { CueContext } from './cue-context.ts'
import { coverRange, uncoverRange } from './mark-edits.ts'
import { wordOrder } from './word-order.ts'
import { wordRange } from './word-range.ts'

/** Captions leave the words from one to another out; the transcript keeps them. */
export function hideWords(context: CueContext, fromWordId: string, toWordId: string): Edit[] {
  const order = wordOrder(context.transcript)
  const range = wordRange(order, fromWordId, toWordId)
  return range === null ? [] : coverRange(context, order, range, 'hide')
}

/** Captions show the words from one to another again. */
export function showWords(
  context: Pick<CueContext, 'newId' | 'transcript'>,
  fromWordId: string,
  toWordId: string,
): Edit[] {
  const order = wordOrder(context.transcript)
  const range = wordRange(order, fromWordId, toWordId)
  return range === null ? [] : uncoverRange(context, order, range, 'hide')
}
