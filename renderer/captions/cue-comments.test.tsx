// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { listedComments } from '#core/comments/listed-comments'
import { createCommentStore } from '../comments/comment-store.ts'
import { conversation, recordingCard } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../sound/testing/render-in-studio.tsx'
import { CaptionsScreen } from './captions-screen.tsx'

beforeEach(() => {
  // There is no layout here; the list needs a height to render rows.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(700)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

it('a key comments on the caption, which shows it in its row; resolved, it leaves the row', async () => {
  const session = fakeSession(conversation)
  const { player } = silentPlayer()
  const comments = createCommentStore()
  renderInStudio(
    <CaptionsScreen session={session} player={player} recording={recordingCard()} comments={comments} />,
  )
  await screen.findByText(/^\d+ captions$/)
  act(() => player.seek(11_000))
  await userEvent.keyboard('{Alt>}m{/Alt}')
  const field = await screen.findByRole('textbox', { name: 'Comment on “One iron, and it was mine.”' })
  await userEvent.type(field, 'Whose?{Enter}')
  expect(listedComments(session.state.transcript)).toMatchObject([
    { text: 'Whose?', fromWordId: 'p2.0', toWordId: 'p2.5' },
  ])
  const row = document.querySelector('[data-cue="1"]')?.closest('li')
  await waitFor(() => expect(row?.textContent).toContain('Whose?'))
  await userEvent.click(screen.getByRole('button', { name: 'Resolve: Whose?' }))
  await waitFor(() => expect(row?.textContent).not.toContain('Whose?'))
  expect(within(screen.getByRole('list', { name: 'Comments' })).getByText('Resolved')).toBeTruthy()
})
