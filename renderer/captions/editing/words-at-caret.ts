import type { Cue } from '#core/captions/cues'
import type { WordRange } from '#core/redaction/redaction-edits'
import type { CaptionEditor } from './caption-editor.ts'
import { fieldText, wordsToChange } from './cue-field.ts'
import { fieldStateOf } from './field-state.ts'

/** The words that a key applies to: those selected in the edited caption, else all of the current one. */
export function wordsAtCaret(editor: CaptionEditor, cue: Cue): WordRange {
  const text = fieldText(editor, cue)
  const [fromWordId, toWordId] = wordsToChange(cue, text, fieldStateOf(cue.index, text.text))
  return { fromWordId, toWordId }
}
