// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listedComments } from '#core/comments/listed-comments'
import { layOut, openCaptions, takeDown } from './testing/captions-page.tsx'

beforeEach(() => layOut())
afterEach(takeDown)

it('a key comments on the caption, which shows it in its row; resolved, it leaves the row', async () => {
  const { player, session } = openCaptions()
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
