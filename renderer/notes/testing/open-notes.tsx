import { useState } from 'react'
import { vi } from 'vitest'
import type { Chapter } from '#core/chapters/chapter'
import { byTime, type Moment } from '#core/moments/moment'
import { beginComment, type CommentStore, createCommentStore } from '../../comments/comment-store.ts'
import { useComments } from '../../comments/use-comments.ts'
import { useSavedDraft } from '../../comments/use-saved-draft.ts'
import { createEditorStore, type EditorStore } from '../../editor/editor-store.ts'
import type { Surface } from '../../editor/surface/surface.ts'
import { useKeyActions } from '../../keys/use-key-actions.ts'
import { type MomentScreenParts, useMomentScreen } from '../../moments/use-moment-screen.tsx'
import { conversation } from '../../sound/testing/conversation.ts'
import { type FakeSession, fakeSession } from '../../sound/testing/fake-session.ts'
import { CallFailed } from '../../rpc/call-failed.ts'
import { renderInStudio, silentPlayer } from '../../sound/testing/render-in-studio.tsx'
import { NotesPanel } from '../notes-panel.tsx'

interface ScreenProps extends MomentScreenParts {
  readonly store: EditorStore
  readonly comments: CommentStore
  readonly onMinutes: () => void
}

function Screen({ store, comments, onMinutes, ...parts }: ScreenProps) {
  const moments = useMomentScreen(parts)
  useKeyActions<'moments'>(moments.keys)
  useSavedDraft(comments, parts.session)
  const allComments = useComments(parts.session)
  const [isShown, setShown] = useState(true)
  return (
    <>
      <button type="button" onClick={() => setShown(!isShown)}>
        elsewhere
      </button>
      {isShown && (
        <NotesPanel
          {...parts}
          store={store}
          comments={comments}
          allComments={allComments}
          moments={moments}
          isVisible
          onNote={() => moments.mark('bookmark')}
          onMinutes={onMinutes}
        />
      )}
      {moments.strip}
    </>
  )
}

export interface GivenNotes {
  readonly moments?: readonly Moment[]
  readonly chapters?: readonly Chapter[]
  readonly session?: FakeSession
  readonly language?: 'en' | 'fr'
  /** Whether the studio stores moments now; default: always. */
  readonly isStoring?: () => boolean
}

/** The panel of notes with a studio that stores moments and chapters. */
export function openNotes(given: GivenNotes = {}) {
  let moments: readonly Moment[] = [...(given.moments ?? [])]
  let chapters: readonly Chapter[] = [...(given.chapters ?? [])]
  const before = new Map<string, { readonly moments: typeof moments; readonly chapters: typeof chapters }>()
  const keep = (stepId = ''): void => void before.set(stepId, { moments, chapters })
  const { player } = silentPlayer()
  const session = given.session ?? fakeSession(conversation)
  const store = createEditorStore('notes')
  const surface = { focus: vi.fn<() => void>(), selectWords: vi.fn() }
  store.setState({ surface: surface as unknown as Surface })
  const comments = createCommentStore()
  const parts = {
    recordingId: 'r1',
    durationMs: 60_000,
    session,
    player,
    wordAtCaret: vi.fn<() => string | null>(() => null),
    goToTime: vi.fn<(ms: number) => void>(),
    focusText: vi.fn<() => void>(),
    onMinutes: vi.fn<() => void>(),
    onChapter: vi.fn<() => void>(),
    onComment: (_atMs: number, text: string) => void beginComment(comments, session, 'p2.0', 'p2.1', text),
  }
  const { unmount } = renderInStudio(
    <Screen {...parts} store={store} comments={comments} />,
    {
      'moments.list': () => [...moments],
      'moments.set': ({ moment, stepId }) => {
        if (given.isStoring?.() === false) throw new CallFailed({ code: 'disk.full', message: 'full' })
        keep(stepId)
        moments = [...moments.filter(({ id }) => id !== moment.id), moment].toSorted(byTime)
        return {}
      },
      'moments.chapters': () => [...chapters],
      'moments.setChapter': ({ chapter, stepId }) => {
        keep(stepId)
        chapters = [...chapters.filter(({ id }) => id !== chapter.id), chapter].toSorted(byTime)
        return {}
      },
      'moments.remove': ({ momentId, stepId }) => {
        keep(stepId)
        moments = moments.filter(({ id }) => id !== momentId)
        chapters = chapters.filter(({ id }) => id !== momentId)
        return {}
      },
      'moments.takeBack': ({ stepId }) => {
        ;({ moments, chapters } = before.get(stepId) ?? { moments, chapters })
        return {}
      },
    },
    given.language ?? 'en',
  )
  return { ...parts, surface, comments, unmount, stored: () => moments, storedChapters: () => chapters }
}
