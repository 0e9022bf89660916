import type { Edit } from '../../edits/edit.ts'
import type { Cue } from '../cues.ts'
import type { CueContext } from '../edits/cue-context.ts'
import { rebase } from '../../edits/carry/rebase.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import { addMark, removeMark, setMark } from '../edits/mark-edits.ts'
import { wordOrder } from '../edits/word-order.ts'
import { setTranslation } from './set-translation.ts'
import { translationEntries } from './translation-entries.ts'
import {
  joinTranslations,
  translationsInto,
  translationText,
  type TranslationMark,
} from './translation-marks.ts'

/** Adds a language without any text; nothing if it already exists, or if nothing is captioned. */
export function addLanguage(context: CueContext, language: string): Edit[] {
  const order = wordOrder(context.transcript)
  if (order.length === 0 || translationsInto(context.transcript, language).length > 0) return []
  return [addMark(context, order, { from: 0, to: 0 }, { kind: 'translation', value: { language, text: '' } })]
}

/** Removes all texts of a language. */
export function removeLanguage(context: Pick<CueContext, 'transcript' | 'newId'>, language: string): Edit[] {
  return translationsInto(context.transcript, language).map((mark) => removeMark(context, mark))
}

/** Edits that restore all texts of a language after it was removed, whatever is done in between. */
export function keepLanguage(
  { transcript, newId }: Pick<CueContext, 'transcript' | 'newId'>,
  language: string,
): (now: Transcript) => Edit[] {
  const order = wordOrder(transcript)
  const edits = translationsInto(transcript, language).flatMap((mark) => {
    const from = order.places.get(mark.fromWordId)
    const to = order.places.get(mark.toWordId)
    return from === undefined || to === undefined ? [] : [setMark({ newId }, order, { from, to }, mark)]
  })
  return (now) => edits.flatMap((edit) => rebase(edit, now) ?? [])
}

/** Places an unplaced text under a cue, after its existing text. */
export function placeTranslation(context: CueContext, mark: TranslationMark, cue: Cue): Edit[] {
  const { language, text } = mark.value
  const entry = translationEntries(context.transcript, context.cues, language).byCue.get(cue.index)
  const head = entry?.cues[0] ?? cue
  const joined = joinTranslations([entry?.text ?? '', translationText(text)])
  return [...setTranslation(context, language, head, joined), removeMark(context, mark)]
}

/** Removes an unplaced text; the language stays. */
export function dropTranslation(context: CueContext, mark: TranslationMark): Edit[] {
  const { language } = mark.value
  const isLast = translationsInto(context.transcript, language).every((other) => other === mark)
  const edits: Edit[] = [removeMark(context, mark)]
  if (!isLast) return edits
  const order = wordOrder(context.transcript)
  return [
    addMark(context, order, { from: 0, to: 0 }, { kind: 'translation', value: { language, text: '' } }),
    ...edits,
  ]
}
