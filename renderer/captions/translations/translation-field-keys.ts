import { keyOf } from '../../keys/key-of.ts'
import type { FieldState } from '../editing/cue-field-keys.ts'

/** The action of a key in the text of a second language, apart from typing. */
export type TranslationAction =
  | 'next'
  | 'split'
  | 'line-break'
  | 'word-to-before'
  | 'word-to-next'
  | 'to-before'
  | 'to-next'
  | 'undo'
  | 'redo'

const always: Readonly<Record<string, TranslationAction>> = {
  'Mod+Enter': 'line-break',
  'Shift+Enter': 'line-break',
  'Alt+ArrowUp': 'word-to-before',
  'Alt+ArrowDown': 'word-to-next',
  'Mod+Z': 'undo',
  'Mod+Y': 'redo',
  'Mod+Shift+Z': 'redo',
}

/**
 * Null for a key that types, moves the caret or is handled by the page.
 * @param isShared the text is shown with several captions: Enter inside it moves the rest to the later ones
 */
export function translationAction(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'>,
  { text, from, to }: FieldState,
  isShared: boolean,
): TranslationAction | null {
  if (event.isComposing) return null
  const key = keyOf(event) ?? ''
  const action = always[key]
  if (action !== undefined) return action
  if (key === 'Enter') return isShared && isInside(text, from) ? 'split' : 'next'
  if (from !== to) return null
  switch (key) {
    case 'ArrowUp':
      return from === 0 || text.lastIndexOf('\n', from - 1) < 0 ? 'to-before' : null
    case 'ArrowDown':
      return text.indexOf('\n', from) < 0 ? 'to-next' : null
    case 'ArrowLeft':
      return from === 0 ? 'to-before' : null
    case 'ArrowRight':
      return from === text.length ? 'to-next' : null
    default:
      return null
  }
}

const isInside = (text: string, at: number): boolean =>
  text.slice(0, at).trim() !== '' && text.slice(at).trim() !== ''
