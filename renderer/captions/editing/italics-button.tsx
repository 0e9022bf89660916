import type { Cue } from '#core/captions/cues'
import { italicShare } from '#core/captions/edits/toggle-italic'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../ui/words.tsx'
import type { CaptionEditor } from './caption-editor.ts'
import { fieldText, renderedText, setItalic, wordsToChange } from './cue-field.ts'
import { fieldStateOf } from './field-state.ts'
import { useFieldSelection } from './use-field-selection.ts'

/**
 * Italics for the selected words, or for the whole caption; pressed if all of them are in italics, mixed if
 * some are.
 */
export function ItalicsButton({ editor, cue }: { readonly editor: CaptionEditor; readonly cue: Cue }) {
  const say = useSay()
  const { index } = cue
  const text = renderedText(editor, cue)
  const selection = useFieldSelection(index)
  const share = italicShare(
    editor.shown(),
    ...wordsToChange(cue, text, { text: text.text, ...(selection ?? { from: 0, to: 0 }) }),
  )
  return (
    <Button
      size="small"
      preventFocusOnPress
      pressed={share === 'some' ? 'mixed' : share === 'all'}
      onPress={() => setItalic(editor, index, fieldStateOf(index, fieldText(editor, cue).text))}
    >
      <em>{say('captions.italics')}</em>
    </Button>
  )
}
