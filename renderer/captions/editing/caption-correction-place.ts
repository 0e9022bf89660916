import { type CorrectionPlace, wordsNear } from '../../correct-others/correction-place.ts'
import type { CaptionEditor } from './caption-editor.ts'

/** Captions are updated within some tenths of a second after typing. */
const LOOK_AGAIN_MS = 300

/** The edited caption: its words may still be typed until it is left. */
export function captionCorrectionPlace(editor: CaptionEditor): CorrectionPlace {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const lookAgain = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      for (const listener of listeners) listener()
    }, LOOK_AGAIN_MS)
  }
  return {
    isAt(paragraph, changed) {
      const field = document.activeElement
      if (!(field instanceof HTMLElement) || field.dataset['cueField'] === undefined) return false
      const { transcript, cues } = editor.shown()
      if (!transcript.paragraphs.includes(paragraph)) {
        lookAgain()
        return true
      }
      const near = new Set(wordsNear(paragraph, changed).map(({ id }) => id))
      return cues[editor.state.index ?? -1]?.wordIds.some((id) => near.has(id)) === true
    },
    onMove(listener) {
      listeners.add(listener)
      const stop = editor.subscribe(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) clearTimeout(timer)
        stop()
      }
    },
    focus() {
      const { index } = editor.state
      const field = document.querySelector<HTMLTextAreaElement>(`[data-cue-field="${index}"]`)
      field?.focus({ preventScroll: true })
    },
  }
}
