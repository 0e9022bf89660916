// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { listedComments } from '#core/comments/listed-comments'
import { beginComment, createCommentStore } from '../../comments/comment-store.ts'
import { useComments } from '../../comments/use-comments.ts'
import { useSavedDraft } from '../../comments/use-saved-draft.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { conversation } from '../../sound/testing/conversation.ts'
import { type FakeSession, fakeSession } from '../../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../../sound/testing/render-in-studio.tsx'
import { createEditorStore } from '../editor-store.ts'
import type { Surface } from '../surface/surface.ts'
import { CommentsPanel, type CommentsPanelProps } from './comments-panel.tsx'
import { commentedSpans } from './use-comments-in-text.ts'

afterEach(cleanup)

function Panel(props: Omit<CommentsPanelProps, 'all'> & { readonly session: TranscriptSession }) {
  useSavedDraft(props.comments, props.session)
  return <CommentsPanel {...props} all={useComments(props.session)} />
}

function open(language: 'en' | 'fr' = 'en') {
  const session = fakeSession(conversation)
  const store = createEditorStore()
  const surface = { focus: vi.fn(), selectWords: vi.fn() }
  store.setState({ surface: surface as unknown as Surface })
  const comments = createCommentStore()
  const { player } = silentPlayer()
  const { unmount } = renderInStudio(
    <Panel
      session={session}
      player={player}
      store={store}
      comments={comments}
      onNew={() => void beginComment(comments, session, 'p2.0', 'p2.1')}
    />,
    {},
    language,
  )
  return { session, surface, comments, player, unmount }
}
const texts = (session: FakeSession): string[] =>
  listedComments(session.state.transcript).map(({ text }) => text)

it('a comment is written, changed, resolved, reopened and deleted by keys, each as one step', async () => {
  const { session, surface } = open()
  expect(screen.getByText(/^No comments yet\..*Alt M|^No comments yet\..*Alt\+M/u)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Comment' }))
  const field = await screen.findByRole('textbox', { name: 'Comment on “One iron,”' })
  await waitFor(() => expect(document.activeElement).toBe(field))
  await userEvent.keyboard('Ask her{Shift>}{Enter}{/Shift}which one?{Enter}')
  expect(texts(session)).toEqual(['Ask her\nwhich one?'])
  expect(surface.focus).toHaveBeenCalledTimes(1)

  await userEvent.click(screen.getByRole('button', { name: /^Edit: Ask her/u }))
  await waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'))
  await userEvent.keyboard(' Today.{Enter}')
  expect(texts(session)).toEqual(['Ask her\nwhich one? Today.'])

  await userEvent.click(screen.getByRole('button', { name: /^Resolve: /u }))
  expect(screen.getByText('No open comments.')).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: 'All (1)' }))
  const list = screen.getByRole('list', { name: 'Comments' })
  expect(within(list).getByText('Resolved')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /^Reopen: /u }))
  expect(within(list).queryByText('Resolved')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: /^Delete: /u }))
  expect(texts(session)).toEqual([])
  expect(session.applied.map(({ edits }) => edits.length)).toEqual([1, 1, 1, 1, 1])
})

it('a click goes to the words, and the sound with it', async () => {
  const { session, surface, comments, player } = open()
  beginComment(comments, session, 'p2.0', 'p2.1')
  await userEvent.type(await screen.findByRole('textbox'), 'why?{Enter}')
  await userEvent.click(screen.getByRole('button', { name: /One iron, ?why\?/u }))
  expect(surface.selectWords).toHaveBeenCalledWith('p2.0', 'p2.1', { focus: true })
  expect(player.positionMs).toBe(10_000)
})

it('nothing written is lost: by Escape, by another comment, by leaving', async () => {
  const { session, surface, comments, unmount } = open()
  beginComment(comments, session, 'p1.0', 'p1.0')
  await userEvent.type(await screen.findByRole('textbox'), 'first{Escape}')
  expect(surface.focus).toHaveBeenCalled()
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'first')
  beginComment(comments, session, 'p3.0', 'p3.0')
  await waitFor(() => expect(texts(session)).toEqual(['first']))
  await userEvent.type(await screen.findByRole('textbox', { name: /“It”/u }), 'second')
  unmount()
  expect(texts(session)).toEqual(['first', 'second'])
})

it('an empty comment is none', async () => {
  const { session } = open('fr')
  await userEvent.click(screen.getByRole('button', { name: 'Commenter' }))
  await userEvent.type(await screen.findByRole('textbox'), ' {Enter}{Escape}')
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(session.applied).toEqual([])
})

it('the text marks runs of words with the same comments, across paragraphs', () => {
  const session = fakeSession(conversation)
  const comments = createCommentStore()
  for (const [from, to, text] of [
    ['p1.9', 'p2.1', 'a'],
    ['p2.1', 'p2.2', 'b'],
  ] as const) {
    beginComment(comments, session, from, to)
    comments.setState(({ draft }) => ({ draft: draft && { ...draft, text } }))
  }
  beginComment(comments, session, 'p3.0', 'p3.0')
  const { transcript } = session.state
  expect([...commentedSpans(transcript.paragraphs, listedComments(transcript))]).toEqual([
    ['p1', [{ fromWordId: 'p1.9', toWordId: 'p1.10', texts: ['a'] }]],
    [
      'p2',
      [
        { fromWordId: 'p2.0', toWordId: 'p2.0', texts: ['a'] },
        { fromWordId: 'p2.1', toWordId: 'p2.1', texts: ['a', 'b'] },
        { fromWordId: 'p2.2', toWordId: 'p2.2', texts: ['b'] },
      ],
    ],
  ])
})
