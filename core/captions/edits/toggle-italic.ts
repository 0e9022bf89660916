import type { Edit } from '../../edits/edit.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import type { CueContext } from './cue-context.ts'
import { coverRange, uncoverRange } from './mark-edits.ts'
import { marksIn, type PlaceRange, type WordOrder, wordOrder } from './word-order.ts'
import { wordRange } from './word-range.ts'

/** How many words of a range are in italics. */
export function italicShare(
  { transcript }: Pick<CueContext, 'transcript'>,
  fromWordId: string,
  toWordId: string,
): 'none' | 'some' | 'all' {
  const order = wordOrder(transcript)
  const range = wordRange(order, fromWordId, toWordId)
  return range === null ? 'none' : shareIn(order, transcript, range)
}

/** Sets the words of a range in italics, or removes italics if all of them have them. */
export function toggleItalic(context: CueContext, fromWordId: string, toWordId: string): Edit[] {
  const order = wordOrder(context.transcript)
  const range = wordRange(order, fromWordId, toWordId)
  if (range === null) return []
  return shareIn(order, context.transcript, range) === 'all'
    ? uncoverRange(context, order, range, 'italic')
    : coverRange(context, order, range, 'italic')
}

function shareIn(
  order: WordOrder,
  { marks }: Pick<Transcript, 'marks'>,
  range: PlaceRange,
): 'none' | 'some' | 'all' {
  const italics = marksIn(order, marks, ['italic'], range)
  let count = 0
  for (let place = range.from; place <= range.to; place += 1) {
    if (italics.some(({ from, to }) => from <= place && place <= to)) count += 1
  }
  if (count === 0) return 'none'
  return count > range.to - range.from ? 'all' : 'some'
}
