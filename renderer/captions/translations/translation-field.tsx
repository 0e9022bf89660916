import { type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { Cue } from '#core/captions/cues'
import { translationText } from '#core/captions/translations/translation-marks'
import { languageName } from '../../languages/language-name.ts'
import { useLanguage, useSay } from '../../ui/words.tsx'
import type { CaptionEditor, CaptionEditorState } from '../editing/caption-editor.ts'
import { fitRows, stateOf } from '../editing/field-state.ts'
import editing from '../editing/editing.module.css'
import { commitTranslation, runTranslationAction, translationNow } from './run-translation-action.ts'
import { TranslationActs } from './translation-acts.tsx'
import { translationAction, type TranslationAction } from './translation-field-keys.ts'
import styles from './translations.module.css'
import type { RowTranslation } from './use-translation.ts'

/** What is typed goes into the transcript this long after the first letter that is not in it. */
const KEPT_MS = 400
/** Letters this close to each other are undone together. */
const STEP_MS = 1_000

export interface TranslationFieldProps {
  readonly editor: CaptionEditor
  readonly cue: Cue
  readonly row: RowTranslation
  /** Number of captions. */
  readonly count: number
  /** Where the caret is put, if it is put into this field. */
  readonly caret: CaptionEditorState['caret']
  readonly onUndo: (way: 'undo' | 'redo') => void
}

/** The text of the edited caption in the second language. */
export function TranslationField({ editor, cue, row, count, caret, onUndo }: TranslationFieldProps) {
  const say = useSay()
  const language = useLanguage()
  const field = useRef<HTMLTextAreaElement>(null)
  const { index } = cue
  const own = translationNow(editor, row.language, index)
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null)
  const step = useRef({ id: '', atMs: -Infinity })
  const isComposing = useRef(false)
  const [isFocused, setFocused] = useState(false)

  const commit = useCallback((): void => {
    const element = field.current
    if (waiting.current === null || element === null) return
    clearTimeout(waiting.current)
    waiting.current = null
    const now = performance.now()
    const id = now - step.current.atMs > STEP_MS ? editor.context().newId() : step.current.id
    step.current = { id, atMs: now }
    commitTranslation(editor, row.language, cue, { text: element.value, stepId: id })
  }, [editor, row.language, cue])

  /** Shows the text as it is in the transcript, unless it differs in spaces that are being typed. */
  const showText = useCallback((): void => {
    const element = field.current
    if (element === null || waiting.current !== null || isComposing.current) return
    const { text } = translationNow(editor, row.language, index)
    if (translationText(element.value) !== text) {
      const isAtEnd = element.selectionStart === element.value.length
      const at = isAtEnd ? text.length : Math.min(element.selectionStart, text.length)
      element.value = text
      if (document.activeElement === element) element.setSelectionRange(at, at)
    }
    fitRows(element)
  }, [editor, row.language, index])
  // Undo, other windows and changes of the original give it another text.
  useLayoutEffect(showText, [showText, row])
  useLayoutEffect(() => {
    const element = field.current
    if (element === null || caret?.side !== 'translation') return
    showText()
    const at = caret.at === 'end' ? element.value.length : caret.at
    element.focus({ preventScroll: true })
    element.setSelectionRange(at, at)
    editor.caretPlaced(caret)
  }, [editor, caret, showText])
  const newest = useRef(commit)
  useLayoutEffect(() => {
    newest.current = commit
  }, [commit])
  // What was typed last is kept when the page or the field goes.
  useLayoutEffect(() => {
    const element = field.current
    const keep = (): void => {
      field.current = element
      newest.current()
    }
    globalThis.addEventListener('pagehide', keep)
    return () => {
      globalThis.removeEventListener('pagehide', keep)
      keep()
    }
  }, [])

  const onInput = (element: HTMLTextAreaElement): void => {
    fitRows(element)
    if (isComposing.current) return
    waiting.current ??= setTimeout(() => newest.current(), KEPT_MS)
  }
  const act = (action: TranslationAction): void => {
    const element = field.current
    if (element === null) return
    if (action === 'line-break') {
      if (!own.canHaveText) return
      element.setRangeText('\n', element.selectionStart, element.selectionEnd, 'end')
      onInput(element)
      return
    }
    commit()
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
        onInput={(event) => onInput(event.currentTarget)}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onCompositionStart={() => (isComposing.current = true)}
        onCompositionEnd={(event) => {
          isComposing.current = false
          onInput(event.currentTarget)
        }}
        onBlur={() => {
          commit()
          showText()
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
