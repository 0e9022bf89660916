import { showKey } from '../../keys/show-key.ts'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { edgeWords } from '../editing/edge-words.ts'
import editing from '../editing/editing.module.css'
import type { TranslationAction } from './translation-field-keys.ts'

export interface TranslationActsProps {
  /** Number of the caption. */
  readonly number: number
  readonly text: string
  /** Number of the second caption that the text is shown with; null for one alone. */
  readonly secondNumber: number | null
  /** Number of captions. */
  readonly count: number
  readonly onAct: (action: TranslationAction) => void
}

interface Act {
  readonly action: TranslationAction
  readonly key: string
  readonly label: string
}

/** Below the text field: the actions of its keys, for the mouse and for learning the keys. */
export function TranslationActs({ number, text, secondNumber, count, onAct }: TranslationActsProps) {
  const say = useSay()
  const language = useLanguage()
  const words = text.split(/\s+/u).filter(Boolean)
  const isLast = number >= count
  const { first, last } = edgeWords(text)
  const wordTo = (word: string, to: number): string => say('captions.do.word-to', { word, number: to })
  const acts: readonly (Act | null)[] = [
    secondNumber !== null && words.length > 1
      ? { action: 'split', key: 'Enter', label: say('translation.do.split', { number: secondNumber }) }
      : null,
    secondNumber === null && !isLast
      ? { action: 'next', key: 'Enter', label: say('translation.do.next') }
      : null,
    { action: 'line-break', key: 'Mod+Enter', label: say('captions.do.line-break') },
    words.length > 0 && number > 1
      ? { action: 'word-to-before', key: 'Alt+ArrowUp', label: wordTo(first, number - 1) }
      : null,
    words.length > 0 && !isLast
      ? { action: 'word-to-next', key: 'Alt+ArrowDown', label: wordTo(last, number + 1) }
      : null,
  ]
  return (
    <p className={editing.acts}>
      {acts.map(
        (act) =>
          act && (
            <button
              key={act.action}
              type="button"
              tabIndex={-1}
              // The caret stays in the text.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onAct(act.action)}
            >
              <kbd>{showKey(act.key, language)}</kbd> {act.label}
            </button>
          ),
      )}
    </p>
  )
}
