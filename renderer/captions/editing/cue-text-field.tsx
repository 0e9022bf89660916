import { type KeyboardEvent, useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Cue } from '#core/captions/cues'
import { italicParts } from '#core/captions/edits/toggle-italic'
import { useSay } from '../../ui/words.tsx'
import type { CaptionEditor, CaptionEditorState } from './caption-editor.ts'
import { sameLetters } from './caret-in-cues.ts'
import { commitText, fieldText, runFieldAction, renderedText } from './cue-field.ts'
import { FieldItalics } from './field-italics.tsx'
import { FieldCapitals } from './field-capitals.ts'
import { cueFieldAction, type CueFieldAction, type FieldState } from './cue-field-keys.ts'
import { fieldStateOf, stateOf } from './field-state.ts'
import { useTypedText } from './use-typed-text.ts'
import styles from './editing.module.css'

export interface CueTextFieldProps {
  readonly editor: CaptionEditor
  readonly cue: Cue
  readonly caret: CaptionEditorState['caret']
  readonly onUndo: (way: 'undo' | 'redo') => void
}

/**
 * The text of the edited caption. The browser shows a typed letter by itself; the transcript and the captions
 * are updated after its frame.
 */
export function CueTextField({ editor, cue, caret, onUndo }: CueTextFieldProps) {
  const say = useSay()
  const { index } = cue
  const [capitals] = useState(() => new FieldCapitals())
  const { field, handlers, commit, drop } = useTypedText({
    editor,
    cue,
    side: 'original',
    caret,
    isEachKeyCommitted: true,
    textOf: useCallback((shown: Cue) => fieldText(editor, shown).text, [editor]),
    // A text that differs only in spaces keeps what is being typed.
    isSame: (shown, text, isSettled) => (isSettled ? shown === text : sameLetters(shown, text)),
    commit: (typed, own, follows) => {
      // An emptied caption no longer exists: its field stays until something is typed or it loses the focus.
      if (follows && isBlank(typed)) return false
      commitText(editor, own, typed, follows)
      return true
    },
    onTyped: (element, inputType) =>
      capitals.follow(element, inputType === 'insertText', () => languageOf(editor, cue)),
  })

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    capitals.expect(event.currentTarget.value)
    const action = cueFieldAction(event.nativeEvent, stateOf(event.currentTarget))
    if (action === null) return
    event.preventDefault()
    event.stopPropagation()
    const element = event.currentTarget
    if (isBlank(stateOf(element)) && !canLeave.has(action)) return
    // Typed text may move to the next caption, and the caret with it.
    flushSync(() => commit(true))
    const now = editor.state.index ?? index
    // An emptied text is not in the transcript yet, so there is nothing else to undo.
    if (action === 'undo' && drop()) return
    if (action === 'undo' || action === 'redo') onUndo(action)
    else runFieldAction(editor, now, action, now === index ? stateOf(element) : fieldStateOf(now, ''))
  }
  const rendered = renderedText(editor, cue)
  const italics = italicParts(editor.shown(), cue, rendered)
  const isAllItalic = italics.length === 1 && italics[0]?.from === 0 && italics[0].to === rendered.text.length
  return (
    <div className={styles.fieldBox}>
      {!isAllItalic && <FieldItalics text={rendered.text} parts={italics} />}
      <textarea
        ref={field}
        className={styles.field}
        aria-label={say('captions.number', { number: index + 1 })}
        data-cue-field={index}
        data-italic={isAllItalic}
        rows={1}
        spellCheck
        defaultValue={rendered.text}
        onKeyDown={onKeyDown}
        {...handlers}
      />
    </div>
  )
}

/** Actions allowed in a caption that was emptied but not yet removed. */
const canLeave: ReadonlySet<CueFieldAction> = new Set(['to-before', 'to-next', 'undo', 'redo'])

/** The language of the caption's first word. */
function languageOf(editor: CaptionEditor, { wordIds: [first] }: Cue): string {
  const { transcript, language } = editor.shown()
  const own = transcript.paragraphs.find(({ words }) => words.some(({ id }) => id === first))?.language
  return own === undefined || own === 'und' ? language : own
}

const isBlank = ({ text }: FieldState): boolean => text.trim() === ''
