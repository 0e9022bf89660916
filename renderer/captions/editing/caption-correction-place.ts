import { type CorrectionPlace, wordsNear } from '../../correct-others/correction-place.ts'
import type { CaptionEditor } from './caption-editor.ts'
import { renderedText } from './cue-field.ts'

/** The caret is looked at once it rests: the words of a long text are not ordered anew with each key. */
const REST_MS = 250

/** The field of the caption that is edited. */
export function captionCorrectionPlace(editor: CaptionEditor): CorrectionPlace {
  return {
    isAt(paragraph, changed) {
      const field = document.activeElement
      const cue = editor.shown().cues[editor.state.index ?? -1]
      if (cue === undefined || !(field instanceof HTMLTextAreaElement)) return false
      if (field.dataset['cueField'] !== String(cue.index)) return false
      const near = new Set(wordsNear(paragraph, changed).map(({ id }) => id))
      // What follows a space may still belong to them.
      const { selectionStart, selectionEnd } = field
      return renderedText(editor, cue).words.some(
        ({ wordId, from, to }) => near.has(wordId) && from <= selectionEnd && selectionStart <= to + 1,
      )
    },
    onMove(listener) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const soon = (): void => {
        clearTimeout(timer)
        timer = setTimeout(listener, REST_MS)
      }
      document.addEventListener('selectionchange', soon)
      const stop = editor.subscribe(soon)
      return () => {
        clearTimeout(timer)
        document.removeEventListener('selectionchange', soon)
        stop()
      }
    },
    focus() {
      const { index } = editor.state
      document
        .querySelector<HTMLTextAreaElement>(`[data-cue-field="${index}"]`)
        ?.focus({ preventScroll: true })
    },
  }
}
