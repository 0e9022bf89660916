import type { Edit } from '../../edits/edit.ts'
import type { Cue } from '../cues.ts'
import type { CueContext } from './cue-context.ts'
import { addMark, removeMark, setMark } from './mark-edits.ts'
import { wordRange } from './word-range.ts'
import { marksIn, wordOrder } from './word-order.ts'

/** Whether a cue shows its speaker's name, whatever the option for names; null: as the option says. */
export function setCueSpeakerName(context: CueContext, cue: Cue, isShown: boolean | null): Edit[] {
  const order = wordOrder(context.transcript)
  const first = cue.wordIds[0] ?? ''
  const range = wordRange(order, first, first)
  if (range === null) return []
  const [known, ...others] = marksIn(order, context.transcript.marks, ['speaker-name'], range)
  const gone = others.map(({ mark }) => removeMark(context, mark))
  if (isShown === null) return known === undefined ? gone : [removeMark(context, known.mark), ...gone]
  if (known === undefined) return [addMark(context, order, range, { kind: 'speaker-name', value: isShown })]
  return known.mark.value === isShown
    ? gone
    : [setMark(context, order, range, { ...known.mark, value: isShown }), ...gone]
}
