import { keyOf } from '../../keys/key-of.ts'

/** The action of a key in a caption's text, apart from typing. */
export type CueFieldAction =
  | 'split'
  | 'line-break'
  | 'join-before'
  | 'join-after'
  | 'word-to-before'
  | 'word-to-next'
  | 'italic'
  | 'to-before'
  | 'to-next'
  | 'undo'
  | 'redo'

/** The text and the selection when the key is pressed. */
export interface FieldState {
  readonly text: string
  readonly from: number
  readonly to: number
}

const always: Readonly<Record<string, CueFieldAction>> = {
  Enter: 'split',
  'Mod+Enter': 'line-break',
  'Shift+Enter': 'line-break',
  'Alt+ArrowUp': 'word-to-before',
  'Alt+ArrowDown': 'word-to-next',
  'Mod+I': 'italic',
  'Mod+Z': 'undo',
  'Mod+Y': 'redo',
  'Mod+Shift+Z': 'redo',
}

/** Null for a key that types, moves the caret or is handled by the page. */
export function cueFieldAction(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'>,
  { text, from, to }: FieldState,
): CueFieldAction | null {
  if (event.isComposing) return null
  const key = keyOf(event) ?? ''
  const action = always[key]
  if (action !== undefined) return action
  if (from !== to) return null
  switch (key) {
    case 'Backspace':
      return from === 0 ? 'join-before' : null
    case 'Delete':
      return from === text.length ? 'join-after' : null
    case 'ArrowUp':
      return text.lastIndexOf('\n', from - 1) < 0 || from === 0 ? 'to-before' : null
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
