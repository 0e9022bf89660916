import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { EditRefused } from '#core/edits/refused'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { Button } from '../ui/button.tsx'
import { bringIntoView } from '../ui/bring-into-view.ts'
import { toastError } from '../ui/error-notice.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { type CommentStore, discardDraft, saveDraft, useCommentState, writeDraft } from './comment-store.ts'
import styles from './comments.module.css'

export interface CommentFormProps {
  readonly session: TranscriptSession
  readonly store: CommentStore
  /** Writing ended, or the field was left with Escape: the focus returns to the words. */
  readonly onLeave: () => void
}

/** The comment being written: Enter saves it, Shift+Enter begins a line, Escape discards the change. */
export function CommentForm({ session, store, onLeave }: CommentFormProps) {
  const say = useSay()
  const language = useLanguage()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const draft = useCommentState(store, (state) => state.draft)
  const wantsFocus = useCommentState(store, (state) => state.wantsFocus)
  useEffect(() => {
    if (!wantsFocus || field.current === null) return
    store.setState({ wantsFocus: false })
    field.current.focus()
    bringIntoView(field.current.parentElement)
    field.current.setSelectionRange(field.current.value.length, field.current.value.length)
  }, [wantsFocus, store])
  if (draft === null) return null
  const isBlank = draft.text.trim() === ''

  const save = (): void => {
    try {
      saveDraft(store, session)
    } catch (error) {
      // The text stays in the field.
      if (error instanceof EditRefused) toast.show({ text: say('comments.gone'), tone: 'error' })
      else toastError(error, language)
      return
    }
    onLeave()
  }
  const cancel = (): void => {
    discardDraft(store)
    onLeave()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault()
      if (!isBlank) save()
    } else if (event.key === 'Escape') {
      // Prevents the key from starting playback.
      event.preventDefault()
      event.stopPropagation()
      if (isBlank) discardDraft(store)
      onLeave()
    }
  }
  return (
    <div className={styles.form}>
      {draft.commentId === null && <q className={styles.quote}>{draft.on.words}</q>}
      <textarea
        ref={field}
        className={styles.field}
        rows={3}
        value={draft.text}
        aria-label={say(draft.commentId === null ? 'comments.new.on' : 'comments.change.on', {
          words: draft.on.words,
        })}
        aria-describedby={id}
        onChange={(event) => writeDraft(store, event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.acts}>
        <Button variant="main" size="small" disabled={isBlank} onPress={save}>
          {say('comments.save')} <kbd>{say('editor.key.enter')}</kbd>
        </Button>
        <Button size="small" onPress={cancel}>
          {say('comments.cancel')}
        </Button>
      </div>
      <p id={id} className={styles.hint}>
        {say('comments.keys')}
      </p>
    </div>
  )
}
