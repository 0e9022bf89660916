import type { Edit } from '../../edits/edit.ts'
import { namePrefixes } from '../caption-names.ts'
import type { Cue } from '../cues.ts'
import type { CueContext } from './cue-context.ts'
import { addMark, removeMark, setMark } from './mark-edits.ts'
import { wordRange } from './word-range.ts'
import { marksIn, wordOrder } from './word-order.ts'

/** Sets whether a cue shows its speaker's name, whatever the option for names; null: follow the option. */
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

/** Whether a cue shows the name of a speaker; null if none of its speakers has one. */
export function showsSpeakerName(
  { transcript, rules, language }: Pick<CueContext, 'transcript' | 'rules' | 'language'>,
  { lines }: Pick<Cue, 'lines'>,
): boolean | null {
  const prefixes = namePrefixes(transcript.speakers, rules, language)
  const named = lines.filter(({ speakerId }) => prefixes.has(speakerId))
  if (named.length === 0) return null
  return named.some(({ speakerId, text }) => {
    const isAfterDash = rules.dialogueDash !== '' && text.startsWith(rules.dialogueDash)
    const words = isAfterDash ? text.slice(rules.dialogueDash.length) : text
    return words.startsWith(prefixes.get(speakerId) ?? '')
  })
}

/** Toggles the name; a mark that agrees with the option for names is removed. */
export function toggleCueSpeakerName(context: CueContext, cue: Cue): Edit[] {
  const isShown = showsSpeakerName(context, cue)
  if (isShown === null) return []
  const { names = 'never' } = context
  const isUsual = isShown ? names === 'never' : names === 'always'
  const edits = isUsual ? setCueSpeakerName(context, cue, null) : []
  return edits.length > 0 ? edits : setCueSpeakerName(context, cue, !isShown)
}
