import type { Cue } from '#core/captions/cues'
import { setCueWording } from '#core/captions/edits/cue-wording'
import { editableText } from '#core/captions/edits/editable-text'
import type { CaptionEditor } from './caption-editor.ts'

/** Gives a caption its own wording, initially the spoken words, and places the caret there. */
export function startWording(editor: CaptionEditor, { index }: Cue): void {
  editor.run(index, (context, cue) => {
    const { text, wording } = editableText(cue, context.transcript, context.cues)
    return wording === undefined ? setCueWording(context, cue, text) : []
  })
  editor.edit(index)
}
