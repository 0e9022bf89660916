import { type FormEvent, type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { Cue } from '#core/captions/cues'
import { afterFrame } from '../../ui/after-frame.ts'
import type { CaptionEditor, CaptionEditorState, TextSide } from './caption-editor.ts'
import { lettersBefore, offsetAfter } from './caret-in-cues.ts'
import type { FieldState } from './cue-field-keys.ts'
import { fitRows, stateOf } from './field-state.ts'

/**
 * A typed letter is in the transcript after at most this long: well within the 300 ms that a crash may lose.
 */
const MAX_WAIT_MS = 200
/** If the work for a key takes longer than this, it is done for several keys at once. */
const LONG_WORK_MS = 12
/** Extra spaces are removed after this long without typing. */
export const SETTLED_MS = 600
/** A click without a pointer event comes from assistive technology. */
const PRESSES = ['pointerdown', 'click'] as const

export interface TypedTextOptions {
  readonly editor: CaptionEditor
  readonly cue: Cue
  readonly side: TextSide
  /** Requested caret position, if it is in a field. */
  readonly caret: CaptionEditorState['caret']
  /**
   * Whether each key is committed after its frame, if that is fast: the lines on the screen are updated with
   * it.
   */
  readonly isEachKeyCommitted: boolean
  /** The text of a caption in the newest transcript; a new function when the text may have changed. */
  readonly textOf: (cue: Cue) => string
  /** Whether the field keeps what it shows although the text of the caption differs. */
  readonly isSame: (shown: string, text: string, isSettled: boolean) => boolean
  /**
   * Commits typed text to the transcript.
   * @param follows whether the caret moves along if the captions are cut anew
   * @returns false to wait for more typing, or for the focus to leave
   */
  readonly commit: (typed: FieldState, cue: Cue, follows: boolean) => boolean
  /** Called after each change of the field outside of a composition, before it is read. */
  readonly onTyped?: (element: HTMLTextAreaElement, inputType: string | undefined) => void
}

export interface TypedText {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly handlers: {
    readonly onInput: (event: FieldInput) => void
    readonly onCompositionStart: () => void
    readonly onCompositionEnd: () => void
    readonly onBlur: () => void
  }
  /** Reads the field after the program changed it as typing would. */
  readonly read: () => void
  readonly commit: (follows: boolean) => void
  /** Discards uncommitted typing, and shows the caption's text; false if there is nothing to discard. */
  readonly drop: () => boolean
}

type FieldInput = FormEvent<HTMLTextAreaElement> & { readonly nativeEvent: { readonly inputType?: string } }

/** Typed text, and its caption. */
interface WaitingText {
  readonly typed: FieldState
  readonly cue: Cue
  /** When its first letter was typed, in ms on the page's clock. */
  readonly sinceMs: number
  readonly cancel: () => void
}

/**
 * Typing in the text of a caption: the browser shows a letter by itself, and it is in the transcript within
 * `MAX_WAIT_MS`; immediately when the field or the page is closed.
 */
export function useTypedText(options: TypedTextOptions): TypedText {
  const { editor, cue, side, caret, textOf } = options
  const { index } = cue
  const field = useRef<HTMLTextAreaElement>(null)
  const newest = useRef(options)
  useLayoutEffect(() => {
    newest.current = options
  })
  /** Typed text that is not in the transcript yet. */
  const waiting = useRef<WaitingText | null>(null)
  /** True during a composition: an input method owns the text until its end. */
  const isComposing = useRef(false)
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** Duration of the last commit. */
  const workMs = useRef(0)

  const show = useCallback((shown: Cue | undefined, isSettled: boolean): void => {
    const element = field.current
    if (element === null || shown === undefined || waiting.current !== null || isComposing.current) return
    const text = newest.current.textOf(shown)
    if (!newest.current.isSame(element.value, text, isSettled)) putText(element, text)
    fitRows(element)
  }, [])
  /** Shows the caption's own text again, without moving the caret. */
  const showSettled = useCallback((): void => show(editor.cues[index], true), [show, editor, index])
  const commit = useCallback((follows: boolean): void => {
    const { current } = waiting
    if (current === null) return
    const began = performance.now()
    // Text that appears during the commit is the caption's, no longer the typed one.
    waiting.current = null
    if (newest.current.commit(current.typed, current.cue, follows)) current.cancel()
    else waiting.current = current
    workMs.current = performance.now() - began
  }, [])

  // Undo, other windows and captions cut anew change its text.
  useLayoutEffect(() => show(cue, false), [show, cue, textOf])
  useLayoutEffect(() => {
    const element = field.current
    if (element === null || caret?.side !== side) return
    showSettled()
    const { length } = element.value
    const to = typeof caret.at === 'number' ? caret.at : length
    const from = caret.at === 'all' ? 0 : to
    element.focus({ preventScroll: true })
    if (element.selectionStart !== from || element.selectionEnd !== to) element.setSelectionRange(from, to)
    fitRows(element)
    editor.caretPlaced(caret)
  }, [editor, caret, side, showSettled])
  useLayoutEffect(() => {
    const keep = (): void => commit(false)
    // Buttons that change the caption leave the focus in its field.
    const press = ({ target }: Event): void => {
      if (waiting.current !== null && target !== field.current) flushSync(() => commit(true))
    }
    globalThis.addEventListener('pagehide', keep)
    for (const name of PRESSES) globalThis.addEventListener(name, press, { capture: true })
    return () => {
      globalThis.removeEventListener('pagehide', keep)
      for (const name of PRESSES) globalThis.removeEventListener(name, press, { capture: true })
      clearTimeout(settling.current)
      keep()
    }
  }, [commit])

  const read = (inputType?: string): void => {
    const element = field.current
    if (element === null) return
    fitRows(element)
    if (isComposing.current) return
    options.onTyped?.(element, inputType)
    waiting.current?.cancel()
    const now = performance.now()
    const { cue: own, sinceMs } = waiting.current ?? { cue, sinceMs: now }
    const isSoon = options.isEachKeyCommitted && workMs.current <= LONG_WORK_MS
    // Rendered in the same task: a key in between would be typed into the field of the former caption.
    const follow = (): void => flushSync(() => commit(true))
    const cancel = isSoon ? afterFrame(follow) : after(sinceMs + MAX_WAIT_MS - now, follow)
    waiting.current = { typed: stateOf(element), cue: own, sinceMs, cancel }
    clearTimeout(settling.current)
    settling.current = setTimeout(() => {
      if (!isAfterSpace(element)) showSettled()
    }, SETTLED_MS)
  }
  return {
    field,
    handlers: {
      onInput: (event) => read(event.nativeEvent.inputType),
      onCompositionStart: () => {
        isComposing.current = true
      },
      onCompositionEnd: () => {
        isComposing.current = false
        read()
      },
      onBlur: () => {
        commit(false)
        showSettled()
      },
    },
    read,
    commit,
    drop: () => {
      if (waiting.current === null) return false
      waiting.current.cancel()
      waiting.current = null
      showSettled()
      return true
    },
  }
}

function after(waitMs: number, run: () => void): () => void {
  const timer = setTimeout(run, Math.max(0, waitMs))
  return () => clearTimeout(timer)
}

/** A space before the caret may be the one before a word that is still to come. */
const isAfterSpace = ({ value, selectionStart }: HTMLTextAreaElement): boolean =>
  /\s$/u.test(value.slice(0, selectionStart))

/** The caret stays after the same letters. */
function putText(element: HTMLTextAreaElement, text: string): void {
  const letters = lettersBefore(element.value, element.selectionStart)
  const isAtEnd = element.selectionStart === element.value.length
  const hadFocus = document.activeElement === element
  element.value = text
  if (!hadFocus) return
  const at = isAtEnd ? text.length : offsetAfter(text, letters)
  element.setSelectionRange(at, at)
}
