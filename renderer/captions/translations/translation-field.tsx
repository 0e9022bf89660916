import { type KeyboardEvent, useCallback, useRef, useState } from 'react'
import type { Cue } from '#core/captions/cues'
import { translationText } from '#core/captions/translations/translation-marks'
import { languageName } from '../../ui/language-name.ts'
import { useLanguage, useSay } from '../../ui/words.tsx'
import type { CaptionEditor, CaptionEditorState } from '../editing/caption-editor.ts'
import { stateOf } from '../editing/field-state.ts'
import { useTypedText } from '../editing/use-typed-text.ts'
import editing from '../editing/editing.module.css'
import { commitTranslation, runTranslationAction, translationNow } from './run-translation-action.ts'
import { TranslationActs } from './translation-acts.tsx'
import { translationAction, type TranslationAction } from './translation-field-keys.ts'
import styles from './translations.module.css'
import type { RowTranslation } from './use-translation.ts'

/** Letters typed within this interval are undone together. */
const STEP_MS = 1_000

export interface TranslationFieldProps {
  readonly editor: CaptionEditor
  readonly cue: Cue
  readonly row: RowTranslation
  /** Number of captions. */
  readonly count: number
  /** Requested caret position, if it is in this field. */
  readonly caret: CaptionEditorState['caret']
  readonly onUndo: (way: 'undo' | 'redo') => void
}

/** The text of the edited caption in the second language. */
export function TranslationField({ editor, cue, row, count, caret, onUndo }: TranslationFieldProps) {
  const say = useSay()
  const language = useLanguage()
  const { index } = cue
  const own = translationNow(editor, row.language, index)
  const step = useRef({ id: '', atMs: -Infinity })
  const [isFocused, setFocused] = useState(false)
  const { field, handlers, read, commit } = useTypedText({
    editor,
    cue,
    side: 'translation',
    caret,
    isEachKeyCommitted: false,
    textOf: useCallback(
      (shown: Cue) => translationNow(editor, row.language, shown.index).text,
      [editor, row],
    ),
    // Spaces being typed are kept.
    isSame: (shown, text) => translationText(shown) === text,
    commit: ({ text }, shown) => {
      const now = performance.now()
      const id = now - step.current.atMs > STEP_MS ? editor.context().newId() : step.current.id
      step.current = { id, atMs: now }
      commitTranslation(editor, row.language, shown, { text, stepId: id })
      return true
    },
  })

  const act = (action: TranslationAction): void => {
    const element = field.current
    if (element === null) return
    if (action === 'line-break') {
      if (!own.canHaveText) return
      element.setRangeText('\n', element.selectionStart, element.selectionEnd, 'end')
      read()
      return
    }
    commit(true)
    step.current = { id: '', atMs: -Infinity }
    if (action === 'undo' || action === 'redo') onUndo(action)
    else runTranslationAction(editor, row.language, index, action, stateOf(element))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const action = translationAction(event.nativeEvent, stateOf(event.currentTarget), own.second !== null)
    if (action === null) return
    event.preventDefault()
    event.stopPropagation()
    act(action)
  }
  const name = languageName(row.language, language)
  const placeholder =
    own.shownWith === null
      ? say('translation.missing')
      : say('translation.shown-with', { number: own.shownWith + 1 })
  return (
    <div className={styles.editing}>
      <textarea
        ref={field}
        className={editing.field}
        lang={row.language}
        dir="auto"
        aria-label={say('translation.field', { number: index + 1, language: name })}
        data-translation-field={index}
        placeholder={placeholder}
        rows={1}
        readOnly={!own.canHaveText}
        spellCheck
        defaultValue={own.text}
        onKeyDown={onKeyDown}
        {...handlers}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          handlers.onBlur()
          setFocused(false)
        }}
      />
      {isFocused && (
        <TranslationActs
          number={index + 1}
          text={own.text}
          secondNumber={own.second === null ? null : own.second + 1}
          count={count}
          onAct={act}
        />
      )}
    </div>
  )
}
