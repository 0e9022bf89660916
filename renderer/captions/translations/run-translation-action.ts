import {
  type CueTranslation,
  cueTranslation,
  moveTranslationToBefore,
  moveTranslationToNext,
  setTranslation,
  splitTranslation,
} from '#core/captions/translations/set-translation'
import { translationEntries } from '#core/captions/translations/translation-entries'
import type { Cue } from '#core/captions/cues'
import { type CaptionEditor, sameCue } from '../editing/caption-editor.ts'
import type { FieldState } from '../editing/cue-field-keys.ts'
import type { TranslationAction } from './translation-field-keys.ts'

/** The current text of the caption at an index in a language. */
export function translationNow(editor: CaptionEditor, language: string, index: number): CueTranslation {
  const { transcript, cues } = editor.context()
  return cueTranslation(translationEntries(transcript, cues, language), { index })
}

/** Commits text typed under a caption to the transcript; false if it is already there. */
export function commitTranslation(
  editor: CaptionEditor,
  language: string,
  shown: Cue,
  typed: { readonly text: string; readonly stepId: string },
): boolean {
  const { cues } = editor
  // Other windows may have changed the caption's number.
  const isThere = cues[shown.index]?.wordIds[0] === shown.wordIds[0]
  const index = isThere ? shown.index : sameCue(cues, shown)
  return editor.run(index, (context, cue) => setTranslation(context, language, cue, typed.text), {
    stays: true,
    stepId: typed.stepId,
  })
}

/**
 * Runs the action of a key in the text of a caption; line breaks, `undo` and `redo` are handled by the field.
 */
export function runTranslationAction(
  editor: CaptionEditor,
  language: string,
  index: number,
  action: Exclude<TranslationAction, 'line-break' | 'undo' | 'redo'>,
  { text, from }: FieldState,
): void {
  const last = editor.cues.length - 1
  const go = (to: number, caret: number | 'end'): void => {
    if (to >= 0 && to <= last) editor.edit(to, caret, 'translation')
  }
  switch (action) {
    case 'next':
      go(nextTextAfter(editor, language, index), 'end')
      return
    case 'to-next':
      go(index + 1, 0)
      return
    case 'to-before':
      go(index - 1, 'end')
      return
    case 'split': {
      const before = text.slice(0, from)
      const { second } = translationNow(editor, language, index)
      const isDone = editor.run(
        index,
        // The stored text may have fewer spaces than the typed one.
        (context, cue) => splitTranslation(context, language, cue, before.trim().length),
        { stays: true },
      )
      if (isDone && second !== null) go(second, 0)
      return
    }
    case 'word-to-next':
      if (editor.run(index, (context, cue) => moveTranslationToNext(context, language, cue), { stays: true }))
        go(index + 1, 0)
      return
    case 'word-to-before':
      if (
        editor.run(index, (context, cue) => moveTranslationToBefore(context, language, cue), { stays: true })
      )
        go(index, 0)
      return
    default:
      throw unknownAction(action)
  }
}

/** The caption after those that the text is shown with. */
function nextTextAfter(editor: CaptionEditor, language: string, index: number): number {
  const { transcript, cues } = editor.context()
  const { byCue } = translationEntries(transcript, cues, language)
  const last = byCue.get(index)?.cues.at(-1)?.index ?? index
  return Math.max(index, last) + 1
}

function unknownAction(action: never): TypeError {
  return new TypeError(`No such action: ${JSON.stringify(action)}`)
}
