import { useMemo } from 'react'
import type { ListedComment } from '#core/comments/listed-comments'
import type { Cue } from '#core/captions/cues'
import { CommentForm } from '../comments/comment-form.tsx'
import { CommentList } from '../comments/comment-list.tsx'
import { beginComment, type CommentStore, useCommentState } from '../comments/comment-store.ts'
import { useKeyActions, useShownKey } from '../keys/use-key-actions.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useMenuActions } from '../rpc/app-bridge.tsx'
import { Button } from '../ui/button.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './captions.module.css'
import type { CaptionEditor } from './editing/caption-editor.ts'
import { fieldText, wordsToChange } from './editing/cue-field.ts'
import { fieldStateOf } from './editing/field-state.ts'

export interface CueCommentsProps {
  readonly session: TranscriptSession
  readonly editor: CaptionEditor
  readonly comments: CommentStore
  /** The caption being edited, else the current one. */
  readonly cue: Cue
  readonly byWord: ReadonlyMap<string, readonly ListedComment[]>
}

/** The comments on the words of a caption, and a comment being written on them. */
export function CueComments({ session, editor, comments, cue, byWord }: CueCommentsProps) {
  const say = useSay()
  const key = useShownKey('comment')
  const draft = useCommentState(comments, (state) => state.draft)
  const own = useMemo(() => commentsOfCue(cue, byWord), [cue, byWord])
  const begin = (): void => {
    const text = fieldText(editor, cue)
    const [from, to] = wordsToChange(cue, text, fieldStateOf(cue.index, text.text))
    beginComment(comments, session, from, to)
  }
  const toCue = (): void => {
    if (editor.state.index === null) document.querySelector<HTMLElement>(`[data-cue="${cue.index}"]`)?.focus()
    else editor.edit(editor.state.index)
  }
  useKeyActions<'comments'>({ comment: begin })
  useMenuActions({ comment: begin })
  return (
    <section>
      <div className={styles.commentsHead}>
        <h2 className={styles.factsHead}>{say('comments.title')}</h2>
        <Button variant="line" size="small" icon="comment" preventFocusOnPress onPress={begin}>
          {say('comments.new')} {key !== undefined && <kbd>{key}</kbd>}
        </Button>
      </div>
      {draft?.commentId === null && <CommentForm session={session} store={comments} onLeave={toCue} />}
      {own.length > 0 && (
        <CommentList
          session={session}
          store={comments}
          comments={own}
          onGo={() => editor.edit(cue.index)}
          onLeaveField={toCue}
        />
      )}
    </section>
  )
}

/** The comments on a caption's words, without duplicates, in order. */
export function commentsOfCue(
  { wordIds }: Pick<Cue, 'wordIds'>,
  byWord: ReadonlyMap<string, readonly ListedComment[]>,
): readonly ListedComment[] {
  if (byWord.size === 0) return []
  return [...new Set(wordIds.flatMap((id) => byWord.get(id) ?? []))]
}
