import type { Cue } from '#core/captions/cues'
import { showKey } from '../../keys/show-key.ts'
import { useLanguage, useSay } from '../../ui/words.tsx'
import type { CaptionEditor } from './caption-editor.ts'
import { runFieldAction, renderedText } from './cue-field.ts'
import type { CueFieldAction } from './cue-field-keys.ts'
import { edgeWords } from './edge-words.ts'
import styles from './editing.module.css'
import { fieldStateOf } from './field-state.ts'

export interface CueActsProps {
  readonly editor: CaptionEditor
  readonly cue: Cue
  /** Number of captions. */
  readonly count: number
}

interface Act {
  readonly action: Exclude<CueFieldAction, 'undo' | 'redo'>
  readonly key: string
  readonly label: string
}

/** Below the edited caption: the actions of its keys, for the mouse and for learning the keys. */
export function CueActs({ editor, cue, count }: CueActsProps) {
  const say = useSay()
  const language = useLanguage()
  const { text, words } = renderedText(editor, cue)
  const { first, last } = edgeWords(text)
  const canMove = words.length > 1
  const number = cue.index + 1
  const acts: readonly (Act | null)[] = [
    canMove && number > 1
      ? {
          action: 'word-to-before',
          key: 'Alt+ArrowUp',
          label: say('captions.do.word-to', { word: first, number: number - 1 }),
        }
      : null,
    canMove && number < count
      ? {
          action: 'word-to-next',
          key: 'Alt+ArrowDown',
          label: say('captions.do.word-to', { word: last, number: number + 1 }),
        }
      : null,
    { action: 'split', key: 'Enter', label: say('captions.do.split') },
    { action: 'line-break', key: 'Mod+Enter', label: say('captions.do.line-break') },
    number > 1
      ? {
          action: 'join-before',
          key: 'Backspace',
          label: say('captions.do.join', { number: number - 1 }),
        }
      : null,
  ]
  return (
    <p className={styles.acts} data-cue-acts>
      {acts.map(
        (act) =>
          act && (
            <button
              key={act.action}
              type="button"
              tabIndex={-1}
              // The caret stays in the text.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => runFieldAction(editor, cue.index, act.action, fieldStateOf(cue.index, text))}
            >
              <kbd>{showKey(act.key, language)}</kbd> {act.label}
            </button>
          ),
      )}
    </p>
  )
}
