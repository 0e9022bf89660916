import { type CorrectionPlace, wordsNear } from '../correct-others/correction-place.ts'
import type { EditorStore } from './editor-store.ts'

/** The text of the transcript. */
export function textCorrectionPlace(store: EditorStore): CorrectionPlace {
  return {
    isAt(paragraph, changed) {
      const { surface, selection } = store.getState()
      if (surface?.hasFocus !== true || selection.paragraphId !== paragraph.id) return false
      return wordsNear(paragraph, changed).some(
        (word) => word.id === selection.wordId || word.id === selection.touchedWordId,
      )
    },
    onMove: (listener) =>
      store.subscribe((state, before) => {
        if (state.selection !== before.selection) listener()
      }),
    focus: () => store.getState().surface?.focus(),
  }
}
