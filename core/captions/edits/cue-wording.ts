import type { Edit } from '../../edits/edit.ts'
import type { Cue } from '../cues.ts'
import { arrangeCues } from './arrange-cues.ts'
import type { CueContext } from './cue-context.ts'
import { cueRanges } from './cue-range.ts'
import { addMark, removeMark, setMark } from './mark-edits.ts'
import { asWanted } from './wanted.ts'
import { marksIn, wordOrder } from './word-order.ts'

/**
 * Shows this text instead of the cue's words, which stay unchanged in the transcript. A line end begins a
 * line; blank text omits the whole cue.
 */
export function setCueWording(context: CueContext, cue: Cue, text: string): Edit[] {
  const { transcript, cues } = context
  const order = wordOrder(transcript)
  const ranges = cueRanges(order, transcript, cues, cue)
  const edits = ranges.flatMap((range, index): Edit[] => {
    // If words of other cues are in between, the whole text is at the start of the cue.
    const value = index === 0 ? text : ''
    const [first, ...others] = marksIn(order, transcript.marks, ['wording'], range)
    const gone = others.map(({ mark }) => removeMark(context, mark))
    if (first === undefined) return [addMark(context, order, range, { kind: 'wording', value })]
    const { id = '' } = order.at(range.from) ?? {}
    const mark = { ...first.mark, value, fromWordId: id, toWordId: order.at(range.to)?.id ?? id }
    return [setMark(context, order, range, mark), ...gone]
  })
  const [range, ...others] = ranges
  if (range === undefined || others.length > 0) return edits
  return arrangeCues(context, order, [asWanted(cue, range)], { also: edits })
}

/** Shows the words of the cue again. */
export function removeCueWording(context: CueContext, cue: Cue): Edit[] {
  const { transcript, cues } = context
  const order = wordOrder(transcript)
  const marks = cueRanges(order, transcript, cues, cue).flatMap((range) =>
    marksIn(order, transcript.marks, ['wording'], range),
  )
  return [...new Set(marks.map(({ mark }) => mark))].map((mark) => removeMark(context, mark))
}
