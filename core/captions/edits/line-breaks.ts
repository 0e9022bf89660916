import type { Edit } from '../../edits/edit.ts'
import type { Cue } from '../cues.ts'
import { arrangeCues } from './arrange-cues.ts'
import type { CueContext } from './cue-context.ts'
import { wholeRange } from './cue-range.ts'
import { editableText, wordFrom } from './editable-text.ts'
import { addMark, removeMark, setMark, uncoverRange } from './mark-edits.ts'
import { asWanted } from './wanted.ts'
import { marksIn, wordOrder, type PlacedMark, type WordOrder } from './word-order.ts'

/**
 * Begins a line with the first word at or after the caret; if the cue already has the maximum number of
 * lines, the nearest of its other line breaks is removed. In a cue with its own wording, the line end is
 * inserted into the wording.
 */
export function setLineBreak(context: CueContext, cue: Cue, offset: number): Edit[] {
  const { transcript, cues, rules } = context
  const order = wordOrder(transcript)
  const editable = editableText(cue, transcript, cues, order)
  if (editable.wording !== undefined) return breakWording(context, order, editable, offset)
  const word = wordFrom(editable, offset)
  const range = wholeRange(order, transcript, cues, cue)
  if (word === null || word === editable.words[0]) return []
  const at = { from: word.place, to: word.place }
  const breaks = range === null ? [] : marksIn(order, transcript.marks, ['line-break'], range)
  if (breaks.some(({ from }) => from === word.place)) return []
  const most = Math.max(rules.maxLines, cue.lines.length)
  const edits: Edit[] = [addMark(context, order, at, { kind: 'line-break', value: null })]
  const nearest = nearestTo(breaks, word.place)
  if (nearest !== undefined && breaks.length + 2 > most) edits.push(removeMark(context, nearest.mark))
  if (range === null) return edits
  // A mark that keeps an imported cue on one line would contradict the break.
  edits.push(...uncoverRange(context, order, range, 'no-break'))
  return arrangeCues(context, order, [asWanted(cue, range)], { also: edits })
}

/** Removes the line break of the first word at or after the caret. */
export function removeLineBreak(context: CueContext, cue: Cue, offset: number): Edit[] {
  const { transcript, cues } = context
  const order = wordOrder(transcript)
  const editable = editableText(cue, transcript, cues, order)
  if (editable.wording !== undefined) {
    const at = editable.text.indexOf('\n', Math.max(0, offset - 1))
    if (at < 0) return []
    const value = `${editable.text.slice(0, at)} ${editable.text.slice(at + 1)}`
    return changeWording(context, order, { ...editable.wording, value })
  }
  const word = wordFrom(editable, offset)
  if (word === null) return []
  const range = { from: word.place, to: word.place }
  return marksIn(order, transcript.marks, ['line-break'], range).map(({ mark }) => removeMark(context, mark))
}

/** Sets a line break at the caret, or removes the one there. */
export function toggleLineBreak(context: CueContext, cue: Cue, offset: number): Edit[] {
  const removed = removeLineBreak(context, cue, offset)
  return removed.length > 0 ? removed : setLineBreak(context, cue, offset)
}

function nearestTo(breaks: readonly PlacedMark[], place: number): PlacedMark | undefined {
  return breaks.toSorted((a, b) => Math.abs(a.from - place) - Math.abs(b.from - place))[0]
}

type Worded = ReturnType<typeof editableText>

function breakWording(
  context: CueContext,
  order: WordOrder,
  { text, wording }: Worded,
  offset: number,
): Edit[] {
  const before = text.slice(0, offset).trimEnd()
  const after = text.slice(offset).trimStart()
  if (wording === undefined || before === '' || after === '') return []
  return changeWording(context, order, { ...wording, value: `${before}\n${after}` })
}

function changeWording(context: CueContext, order: WordOrder, mark: NonNullable<Worded['wording']>): Edit[] {
  const whole = { from: 0, to: order.length - 1 }
  const placed = marksIn(order, [mark], ['wording'], whole)[0]
  return placed === undefined ? [] : [setMark(context, order, placed, mark)]
}
