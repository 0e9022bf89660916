import { type FormEvent, type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { Cue } from '#core/captions/cues'
import { afterFrame } from '../../ui/after-frame.ts'
import type { CaptionEditor, CaptionEditorState, TextSide } from './caption-editor.ts'
import { lettersBefore, offsetAfter } from './caret-in-cues.ts'
import type { FieldState } from './cue-field-keys.ts'
import { fitRows, stateOf } from './field-state.ts'

/** A typed letter is in the transcript at the latest after this long: well within the 300 ms that a crash may lose. */
const MAX_WAIT_MS = 200
/** Where the work of a key takes longer than this, it is done for several keys at once. */
const LONG_WORK_MS = 12
/** Spaces that are being typed go once nothing was typed for this long. */
const SETTLED_MS = 600
/** A click without a pointer is one of assistive technology. */
const PRESSES = ['pointerdown', 'click'] as const

export interface TypedTextOptions {
  readonly editor: CaptionEditor
  readonly cue: Cue
  readonly side: TextSide
  /** Where the caret is put, if it is put into a field. */
  readonly caret: CaptionEditorState['caret']
  /** Whether each key is committed after its frame, where that is quick: the lines on the screen follow it. */
  readonly isEachKeyCommitted: boolean
  /** The text of a caption in the newest transcript; a new function if the text may have changed. */
  readonly textOf: (cue: Cue) => string
  /** Whether the field keeps what it shows although the text of the caption is another. */
  readonly isSame: (shown: string, text: string, isSettled: boolean) => boolean
  /**
   * Puts typed text into the transcript.
   * @param follows whether the caret goes along where the captions are cut anew
   * @returns false to wait for more to be typed, or for the focus to leave
   */
  readonly commit: (typed: FieldState, cue: Cue, follows: boolean) => boolean
  /** Called after each change of the field that no input method owns, before it is read. */
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
  /** Reads the field after the program changed it as typing does. */
  readonly read: () => void
  readonly commit: (follows: boolean) => void
  /** Forgets what is typed and not committed, and shows the caption's text; false if there is nothing to forget. */
  readonly drop: () => boolean
}

type FieldInput = FormEvent<HTMLTextAreaElement> & { readonly nativeEvent: { readonly inputType?: string } }

/** Typed text, and the caption that it is the text of. */
interface WaitingText {
  readonly typed: FieldState
  readonly cue: Cue
  /** When its first letter was typed, in ms of the page's clock. */
  readonly sinceMs: number
  readonly cancel: () => void
}

/**
 * What is typed into the text of a caption: the browser alone shows a letter, and it is in the transcript within
 * `MAX_WAIT_MS`; once the field or the page goes, at once.
 */
export function useTypedText(options: TypedTextOptions): TypedText {
  const { editor, cue, side, caret, textOf } = options
  const { index } = cue
  const field = useRef<HTMLTextAreaElement>(null)
  const newest = useRef(options)
  useLayoutEffect(() => {
    newest.current = options
  })
  /** What is typed and not yet in the transcript. */
  const waiting = useRef<WaitingText | null>(null)
  /** True during a composition: an input method owns the text until its end. */
  const isComposing = useRef(false)
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** How long the last commit took. */
  const workMs = useRef(0)

  const show = useCallback((shown: Cue | undefined, isSettled: boolean): void => {
    const element = field.current
    if (element === null || shown === undefined || waiting.current !== null || isComposing.current) return
    const text = newest.current.textOf(shown)
    if (!newest.current.isSame(element.value, text, isSettled)) putText(element, text)
    fitRows(element)
  }, [])
  /** Shows the caption's own text again, the caret where it was. */
  const showSettled = useCallback((): void => show(editor.cues[index], true), [show, editor, index])
  const commit = useCallback((follows: boolean): void => {
    const { current } = waiting
    if (current === null) return
    const began = performance.now()
    // What shows itself during the commit is the caption's text, no longer what was typed.
    waiting.current = null
    if (newest.current.commit(current.typed, current.cue, follows)) current.cancel()
    else waiting.current = current
    workMs.current = performance.now() - began
  }, [])

  // Undo, other windows and captions that are cut anew give it another text.
  useLayoutEffect(() => show(cue, false), [show, cue, textOf])
  useLayoutEffect(() => {
    const element = field.current
    if (element === null || caret?.side !== side) return
    showSettled()
    const at = caret.at === 'end' ? element.value.length : caret.at
    element.focus({ preventScroll: true })
    if (element.selectionStart !== at || element.selectionEnd !== at) element.setSelectionRange(at, at)
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
    // Drawn in the same task: a key in between would be typed into the field of the former caption.
    const follow = (): void => flushSync(() => commit(true))
    const cancel = isSoon ? afterFrame(follow) : after(sinceMs + MAX_WAIT_MS - now, follow)
    waiting.current = { typed: stateOf(element), cue: own, sinceMs, cancel }
    clearTimeout(settling.current)
    settling.current = setTimeout(showSettled, SETTLED_MS)
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

/** The caret stays behind the same letters. */
function putText(element: HTMLTextAreaElement, text: string): void {
  const letters = lettersBefore(element.value, element.selectionStart)
  const isAtEnd = element.selectionStart === element.value.length
  const hadFocus = document.activeElement === element
  element.value = text
  if (!hadFocus) return
  const at = isAtEnd ? text.length : offsetAfter(text, letters)
  element.setSelectionRange(at, at)
}
