import { useLayoutEffect, useMemo, useRef } from 'react'
import { commentsByWord, type ListedComment } from '#core/comments/listed-comments'
import { byTime, momentKinds } from '#core/moments/moment'
import { CommentForm } from '../comments/comment-form.tsx'
import { type CommentStore, useCommentState } from '../comments/comment-store.ts'
import { type EditorStore, useSelection } from '../editor/editor-store.ts'
import { useShownKey } from '../keys/use-key-actions.ts'
import { MomentForm } from '../moments/moment-form.tsx'
import { useMomentState } from '../moments/moment-store.ts'
import type { NoteFilter } from '../moments/note-filter.ts'
import type { MomentScreen } from '../moments/use-moment-screen.tsx'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import type { Player } from '../sound/player/player.ts'
import { Button } from '../ui/button.tsx'
import { PanelFoot, PanelHead, PanelScroll, PanelSpace } from '../ui/panel.tsx'
import { Select } from '../ui/select.tsx'
import { useSay } from '../ui/words.tsx'
import { ChapterHeading } from './chapter-heading.tsx'
import { ChaptersMenu } from './chapters-menu.tsx'
import { CommentNote } from './comment-note.tsx'
import { isShown, type Note, noteSections, peopleOf } from './list-notes.ts'
import { MomentRow } from './note-row.tsx'
import styles from './notes.module.css'
import { SuggestionList } from './suggestion-list.tsx'
import { wordsFrom } from './words-from.ts'

export interface NotesPanelProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly store: EditorStore
  readonly comments: CommentStore
  readonly allComments: readonly ListedComment[]
  readonly moments: MomentScreen
  /** It is not a closed drawer: what is being written opens in the list. */
  readonly isVisible: boolean
  /** Adds a note at the playback position or the caret. */
  readonly onNote: () => void
  readonly onMinutes: () => void
}

/** Comments, decisions, actions and bookmarks in one list by time, with chapters as its headings. */
export function NotesPanel(props: NotesPanelProps) {
  const { session, player, store, comments, allComments, moments, isVisible, onNote, onMinutes } = props
  const say = useSay()
  const noteKey = useShownKey('note')
  const scroll = useRef<HTMLDivElement>(null)
  const transcript = useTranscriptAfterTyping(session)
  const draft = useMomentState(moments.store, (state) => state.draft)
  const comment = useCommentState(comments, (state) => state.draft)
  const selection = useSelection(store)
  const { chapters, store: momentStore } = moments
  const filter = useMomentState(momentStore, (state) => state.filter)
  useLayoutEffect(() => {
    momentStore.setState({ isListed: isVisible })
    return () => momentStore.setState({ isListed: false })
  }, [momentStore, isVisible])

  const notes = useMemo((): readonly Note[] => {
    const own = draft === null ? [] : [draft.moment]
    // The one being changed keeps its place until it is saved.
    const written = own.filter(({ id }) => moments.list.every((moment) => moment.id !== id))
    return [
      ...allComments.map((each): Note => ({
        kind: 'comment',
        id: each.id,
        atMs: each.startMs,
        comment: each,
      })),
      ...[...moments.list, ...written]
        .toSorted(byTime)
        .map((moment): Note => ({ kind: moment.kind, id: moment.id, atMs: moment.atMs, moment })),
      ...(comment?.commentId === null
        ? [{ kind: 'comment', id: '', atMs: comment.on.startMs, comment: null } as const]
        : []),
    ]
  }, [allComments, moments.list, draft, comment])
  const people = useMemo(() => peopleOf(moments.list), [moments.list])
  // What is being written is shown whatever is chosen.
  const isWritten = ({ id }: Note): boolean =>
    id === '' || id === draft?.moment.id || id === comment?.commentId
  const shown = notes.filter((note) => isWritten(note) || isShown(note, filter))
  const sections = noteSections(chapters.list, shown).filter(
    (section) => filter === 'all' || section.notes.length > 0,
  )
  const byWord = useMemo(() => commentsByWord(session.state.transcript, allComments), [session, allComments])
  const atCaret = new Set(
    [selection.wordId, selection.touchedWordId].flatMap((id) =>
      id === null ? [] : (byWord.get(id) ?? []).map((each) => each.id),
    ),
  )
  const toText = (): void => store.getState().surface?.focus()
  const toList = (): void => scroll.current?.focus()
  const goToWords = ({ fromWordId, toWordId, startMs }: ListedComment, focus: boolean): void => {
    if (!player.state.playing) player.seek(startMs)
    // A selection is visible only while the text has the focus.
    store.getState().surface?.selectWords(fromWordId, toWordId, { focus })
  }
  const countOf = (wanted: NoteFilter): number => notes.filter((note) => isShown(note, wanted)).length
  const choices = [
    { id: 'all' as const, label: say('notes.all', { count: notes.length }) },
    ...(['comment', ...momentKinds] as const).map((kind) => ({
      id: kind,
      label: say(`notes.only.${kind}`, { count: countOf(kind) }),
    })),
    ...people.map((name) => ({
      id: `who:${name}` as const,
      label: say('notes.only.who', { name, count: countOf(`who:${name}`) }),
    })),
  ]
  const drawn = (note: Note) => {
    if (note.kind === 'comment') {
      return note.comment === null ? (
        <li key="new-comment" className={styles.open} aria-current="true">
          <CommentForm session={session} store={comments} onLeave={toText} />
        </li>
      ) : (
        <CommentNote
          key={note.id}
          session={session}
          store={comments}
          comment={note.comment}
          isAtCaret={atCaret.has(note.id)}
          onGo={(withFocus) => note.comment !== null && goToWords(note.comment, withFocus)}
          onLeaveField={toText}
          onRemoved={toList}
        />
      )
    }
    if (draft?.moment.id === note.id) {
      return (
        <li key={note.id} className={styles.open} aria-current="true">
          <section className={styles.form} aria-label={say('moments.strip')}>
            <MomentForm
              draft={draft}
              isInList
              {...moments.form}
              {...(draft.isNew
                ? {}
                : {
                    onRemove: () => {
                      moments.remove(draft.original)
                      toList()
                    },
                  })}
            />
          </section>
        </li>
      )
    }
    const said = note.kind === 'bookmark' ? wordsFrom(transcript, note.atMs) : ''
    return (
      <MomentRow key={note.id} moment={note.moment} said={said} onOpen={() => moments.open(note.moment)} />
    )
  }
  return (
    <>
      <PanelHead quiet>
        <Select
          className={styles.filter}
          size="small"
          label={say('notes.filter')}
          choices={choices}
          chosen={choices.some(({ id }) => id === filter) ? filter : 'all'}
          onChoose={(chosen) => momentStore.setState({ filter: chosen })}
        />
        <PanelSpace />
        <Button size="small" icon="plus" preventFocusOnPress onPress={onNote}>
          {say('notes.new')} {noteKey !== undefined && <kbd>{noteKey}</kbd>}
        </Button>
      </PanelHead>
      <PanelScroll ref={scroll}>
        {notes.length === 0 && chapters.list.length === 0 && <NoNotes />}
        {chapters.suggestions.left !== null && (
          <SuggestionList
            suggested={chapters.suggestions.left}
            onGo={chapters.goTo}
            onAdd={(atMs) => chapters.add(toList, atMs)}
            onDismiss={(atMs) => {
              chapters.suggestions.dismiss(atMs)
              toList()
            }}
          />
        )}
        {sections.map((section) => (
          <section key={section.chapter?.id ?? ''} className={styles.section}>
            {section.chapter !== null && (
              <ChapterHeading
                chapter={section.chapter}
                number={section.number}
                screen={chapters}
                onRemoved={toList}
              />
            )}
            {section.notes.length > 0 && (
              <ol className={styles.list} aria-label={say('notes.list')}>
                {section.notes.map(drawn)}
              </ol>
            )}
          </section>
        ))}
      </PanelScroll>
      <PanelFoot>
        <Button variant="line" size="small" icon="file" onPress={onMinutes}>
          {say('moments.minutes')}
        </Button>
        <ChaptersMenu chapters={chapters} session={session} />
      </PanelFoot>
    </>
  )
}

function NoNotes() {
  const say = useSay()
  const [note, decision, action, bookmark] = [
    useShownKey('note'),
    useShownKey('decision'),
    useShownKey('action'),
    useShownKey('bookmark'),
  ]
  return (
    <p className={styles.none}>
      {note === undefined || decision === undefined || action === undefined || bookmark === undefined
        ? say('notes.none.no-keys')
        : say('notes.none', { note, decision, action, bookmark })}
    </p>
  )
}
