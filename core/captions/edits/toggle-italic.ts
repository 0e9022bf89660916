import type { Edit } from '../../edits/edit.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import type { Cue } from '../cues.ts'
import type { CueContext } from './cue-context.ts'
import type { EditableText } from './editable-text.ts'
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

/** The parts of a cue's editable text that are in italics: one with its own wording is, if all of its words are. */
export function italicParts(
  context: Pick<CueContext, 'transcript'>,
  cue: Cue,
  text: EditableText,
): TextPart[] {
  const { words } = text
  if (words.length === 0) {
    const share = italicShare(context, cue.wordIds[0] ?? '', cue.wordIds.at(-1) ?? '')
    return share === 'all' ? [{ from: 0, to: text.text.length }] : []
  }
  const range = {
    from: words.reduce((least, { place }) => Math.min(least, place), Infinity),
    to: words.reduce((most, { place }) => Math.max(most, place), 0),
  }
  const italics = marksIn(wordOrder(context.transcript), context.transcript.marks, ['italic'], range)
  const parts: TextPart[] = []
  let isJoined = false
  for (const { place, from, to } of words) {
    const isItalic = italics.some((each) => each.from <= place && place <= each.to)
    const last = parts.at(-1)
    if (isItalic && isJoined && last !== undefined) parts[parts.length - 1] = { from: last.from, to }
    else if (isItalic) parts.push({ from, to })
    isJoined = isItalic
  }
  return parts
}

/** In UTF-16 units. */
export interface TextPart {
  readonly from: number
  readonly to: number
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
