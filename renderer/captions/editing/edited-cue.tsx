import type { ReactNode } from 'react'
import type { Cue } from '#core/captions/cues'
import type { CaptionRules } from '#core/captions/caption-rules'
import type { CaptionEditor, CaptionEditorState } from './caption-editor.ts'
import { CueActs } from './cue-acts.tsx'
import { CueTextField } from './cue-text-field.tsx'
import styles from './editing.module.css'

export interface EditedCueProps {
  readonly editor: CaptionEditor
  readonly cue: Cue
  readonly caret: CaptionEditorState['caret']
  readonly rules: CaptionRules
  /** Number of captions. */
  readonly count: number
  readonly onUndo: (way: 'undo' | 'redo') => void
  /** Below its text. */
  readonly below: ReactNode
}

/** The edited caption in the list: its text, the length of each line, and the actions of its keys. */
export function EditedCue({ editor, cue, caret, rules, count, onUndo, below }: EditedCueProps) {
  return (
    <div className={styles.editing}>
      <CueTextField editor={editor} cue={cue} caret={caret} onUndo={onUndo} />
      <p className={styles.lengths} data-figures aria-hidden="true">
        {cue.lines.map(({ text }, line) => (
          // Lines have no identity other than their position.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={line} {...(text.length > rules.maxCharactersPerLine ? { 'data-over': true } : {})}>
            {text.length}
          </span>
        ))}
      </p>
      <CueActs editor={editor} cue={cue} count={count} />
      {below}
    </div>
  )
}
