import { type FormEvent, type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Cue } from '#core/captions/cues'
import { afterFrame } from '../../ui/after-frame.ts'
import { useSay } from '../../ui/words.tsx'
import type { CaptionEditor, CaptionEditorState } from './caption-editor.ts'
import { lettersBefore, offsetAfter, sameLetters } from './caret-in-cues.ts'
import { commitText, fieldText, runFieldAction, renderedText } from './cue-field.ts'
import { FieldCapitals } from './field-capitals.ts'
import { cueFieldAction, type CueFieldAction, type FieldState } from './cue-field-keys.ts'
import { fieldStateOf, fitRows, stateOf } from './field-state.ts'
import styles from './editing.module.css'

/** Line breaks follow what was typed once nothing was typed for this long. */
const SETTLED_MS = 600
/** Where the captions of a key take longer than this, they follow once nothing was typed for `REST_MS`: hours without a pause. */
const LONG_WORK_MS = 12
const REST_MS = 200
/** And at the latest after this long of continuous typing. */
const LONGEST_WAIT_MS = 5_000

export interface CueTextFieldProps {
  readonly editor: CaptionEditor
  readonly cue: Cue
  readonly caret: CaptionEditorState['caret']
  readonly onUndo: (way: 'undo' | 'redo') => void
}

/**
 * The text of the caption being edited. A letter is shown by the browser alone; the transcript and the captions follow
 * after its frame.
 */
export function CueTextField({ editor, cue, caret, onUndo }: CueTextFieldProps) {
  const say = useSay()
  const field = useRef<HTMLTextAreaElement>(null)
  const { index } = cue
  /** What is typed and not yet in the transcript. */
  const waiting = useRef<WaitingText | null>(null)
  /** True during a composition: an input method owns the text until its end. */
  const isComposing = useRef(false)
  const [capitals] = useState(() => new FieldCapitals())
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** How long the captions of the last keys took. */
  const workMs = useRef(0)

  /** @param follows whether the caret goes along where the text is cut anew */
  const commit = useCallback(
    (follows: boolean): void => {
      const { current } = waiting
      // An emptied caption is gone: its field stays until something is typed or the focus leaves it.
      if (current === null || (follows && isBlank(current.typed))) return
      current.cancel()
      waiting.current = null
      const began = performance.now()
      commitText(editor, current.cue, current.typed, follows)
      workMs.current = performance.now() - began
    },
    [editor],
  )
  /** Shows the caption's own text again, the caret where it was. */
  const showText = useCallback((): void => {
    const element = field.current
    const now = editor.cues[index]
    if (element === null || now === undefined || waiting.current !== null || isComposing.current) return
    const { text } = fieldText(editor, now)
    if (element.value !== text) putText(element, text)
  }, [editor, index])

  // A caption that was cut anew has another text; one that differs in spaces alone keeps what is being typed.
  useLayoutEffect(() => {
    const element = field.current
    if (element === null || waiting.current !== null || isComposing.current) return
    const { text } = fieldText(editor, cue)
    if (!sameLetters(element.value, text)) putText(element, text)
    fitRows(element)
  }, [editor, cue])
  useLayoutEffect(() => {
    const element = field.current
    if (element === null || caret?.side !== 'original') return
    showText()
    const at = caret.at === 'end' ? element.value.length : caret.at
    element.focus({ preventScroll: true })
    if (element.selectionStart !== at || element.selectionEnd !== at) element.setSelectionRange(at, at)
    fitRows(element)
    editor.caretPlaced(caret)
  }, [editor, caret, showText])
  const newest = useRef(commit)
  useLayoutEffect(() => {
    newest.current = commit
  }, [commit])
  // What was typed last is kept when the page or the field goes.
  useLayoutEffect(() => {
    const keep = (): void => newest.current(false)
    globalThis.addEventListener('pagehide', keep)
    return () => {
      globalThis.removeEventListener('pagehide', keep)
      clearTimeout(settling.current)
      keep()
    }
  }, [])

  const onInput = (element: HTMLTextAreaElement, inputType?: string): void => {
    fitRows(element)
    if (isComposing.current) return
    capitals.follow(element, inputType === 'insertText', () => languageOf(editor, cue))
    waiting.current?.cancel()
    const now = performance.now()
    const { cue: own, sinceMs } = waiting.current ?? { cue, sinceMs: now }
    const isLong = workMs.current > LONG_WORK_MS && now - sinceMs < LONGEST_WAIT_MS
    // Drawn in the same task: a key in between would be typed into the field of the former caption.
    const follow = (): void => flushSync(() => newest.current(true))
    const cancel = (isLong ? afterRest : afterFrame)(follow)
    waiting.current = { typed: stateOf(element), cue: own, sinceMs, cancel }
    clearTimeout(settling.current)
    settling.current = setTimeout(showText, SETTLED_MS)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    capitals.expect(event.currentTarget.value)
    const action = cueFieldAction(event.nativeEvent, stateOf(event.currentTarget))
    if (action === null) return
    event.preventDefault()
    event.stopPropagation()
    const element = event.currentTarget
    if (isBlank(stateOf(element)) && !canLeave.has(action)) return
    // What is typed may go to the next caption, and the caret with it.
    flushSync(() => commit(true))
    const now = editor.state.index ?? index
    if (action === 'undo' && waiting.current !== null) {
      // The emptied text is not in the transcript yet: there is nothing else to undo.
      waiting.current.cancel()
      waiting.current = null
      showText()
    } else if (action === 'undo' || action === 'redo') onUndo(action)
    else runFieldAction(editor, now, action, now === index ? stateOf(element) : fieldStateOf(now, ''))
  }
  return (
    <textarea
      ref={field}
      className={styles.field}
      aria-label={say('captions.number', { number: index + 1 })}
      data-cue-field={index}
      rows={1}
      spellCheck
      defaultValue={renderedText(editor, cue).text}
      onInput={(
        event: FormEvent<HTMLTextAreaElement> & { readonly nativeEvent: { readonly inputType?: string } },
      ) => onInput(event.currentTarget, event.nativeEvent.inputType)}
      onKeyDown={onKeyDown}
      onCompositionStart={() => (isComposing.current = true)}
      onCompositionEnd={(event) => {
        isComposing.current = false
        onInput(event.currentTarget)
      }}
      onBlur={() => {
        commit(false)
        showText()
      }}
    />
  )
}

/** Typed text, and the caption that it is the text of. */
interface WaitingText {
  readonly typed: FieldState
  readonly cue: Cue
  /** When the first letter of it was typed, in ms of the page's clock. */
  readonly sinceMs: number
  readonly cancel: () => void
}

function afterRest(run: () => void): () => void {
  const timer = setTimeout(run, REST_MS)
  return () => clearTimeout(timer)
}

/** What keys may do in a caption that was emptied and is not yet gone. */
const canLeave: ReadonlySet<CueFieldAction> = new Set(['to-before', 'to-next', 'undo', 'redo'])

/** The language of the caption's first word. */
function languageOf(editor: CaptionEditor, { wordIds: [first] }: Cue): string {
  const { transcript, language } = editor.shown()
  const own = transcript.paragraphs.find(({ words }) => words.some(({ id }) => id === first))?.language
  return own === undefined || own === 'und' ? language : own
}

const isBlank = ({ text }: FieldState): boolean => text.trim() === ''

function putText(element: HTMLTextAreaElement, text: string): void {
  const letters = lettersBefore(element.value, element.selectionStart)
  const isAtEnd = element.selectionStart === element.value.length
  const hadFocus = document.activeElement === element
  element.value = text
  if (!hadFocus) return
  const at = isAtEnd ? text.length : offsetAfter(text, letters)
  element.setSelectionRange(at, at)
}
