// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { listedComments } from '#core/comments/listed-comments'
import { beginComment } from '../comments/comment-store.ts'
import type { FakeSession } from '../sound/testing/fake-session.ts'
import { openNotes } from './testing/open-notes.tsx'

afterEach(cleanup)

const texts = (session: FakeSession): string[] =>
  listedComments(session.state.transcript).map(({ text }) => text)

it('a comment is written, changed, resolved, reopened and deleted by keys, each as one step', async () => {
  const { session, comments, surface } = openNotes()
  beginComment(comments, session, 'p2.0', 'p2.1')
  const field = await screen.findByRole('textbox', { name: 'Comment on “One iron,”' })
  await waitFor(() => expect(document.activeElement).toBe(field))
  await userEvent.keyboard('Ask her{Shift>}{Enter}{/Shift}which one?{Enter}')
  expect(texts(session)).toEqual(['Ask her\nwhich one?'])
  expect(surface.focus).toHaveBeenCalledTimes(1)

  // Pressed by a key, it opens and keeps the focus.
  const row = (): HTMLElement => screen.getByRole('button', { name: /^Comment Ask her/u })
  row().focus()
  await userEvent.keyboard('{Enter}')
  expect(document.activeElement).toBe(row())
  expect(surface.selectWords).toHaveBeenLastCalledWith('p2.0', 'p2.1', { focus: false })
  await userEvent.click(screen.getByRole('button', { name: /^Edit: Ask her/u }))
  await waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'))
  await userEvent.keyboard(' Today.{Enter}')
  expect(texts(session)).toEqual(['Ask her\nwhich one? Today.'])

  await userEvent.click(screen.getByRole('button', { name: /^Resolve: /u }))
  expect(screen.getByText('Resolved')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /^Reopen: /u }))
  expect(screen.queryByText('Resolved')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: /^Delete: /u }))
  expect(texts(session)).toEqual([])
  expect(session.applied.map(({ edits }) => edits.length)).toEqual([1, 1, 1, 1, 1])
})

it('a click goes to the words, and the sound with it', async () => {
  const { session, surface, comments, player } = openNotes()
  beginComment(comments, session, 'p2.0', 'p2.1')
  await userEvent.type(await screen.findByRole('textbox'), 'why?{Enter}')
  await userEvent.pointer({
    keys: '[MouseLeft]',
    target: screen.getByRole('button', { name: /^Comment why\? ?0:10 ?One iron,$/u }),
  })
  expect(surface.selectWords).toHaveBeenCalledWith('p2.0', 'p2.1', { focus: true })
  expect(player.positionMs).toBe(10_000)
})

it('nothing written is lost: by Escape, by another comment, by leaving', async () => {
  const { session, surface, comments, unmount } = openNotes()
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
  const { session, comments } = openNotes({ language: 'fr' })
  beginComment(comments, session, 'p2.0', 'p2.1')
  await userEvent.type(await screen.findByRole('textbox'), ' {Enter}{Escape}')
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(session.applied).toEqual([])
})
