// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createCommentStore } from '../../comments/comment-store.ts'
import { conversation, recordingCard } from '../../sound/testing/conversation.ts'
import { fakeSession } from '../../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../../sound/testing/render-in-studio.tsx'
import { CaptionsScreen } from '../captions-screen.tsx'
import { layOut, takeDown } from '../testing/captions-page.tsx'

beforeEach(() => layOut())
afterEach(takeDown)

it('a caption stays edited when the exact duration of a new recording becomes known', async () => {
  const { player } = silentPlayer()
  const session = fakeSession(conversation)
  const comments = createCommentStore()
  const Page = () => {
    const [durationMs, setDuration] = useState(60_000)
    return (
      <>
        <CaptionsScreen {...{ session, player, comments }} recording={{ ...recordingCard(), durationMs }} />
        <button type="button" onClick={() => setDuration(61_000)}>
          Known
        </button>
      </>
    )
  }
  renderInStudio(<Page />)
  await userEvent.click(await screen.findByRole('button', { name: /^One iron/ }))
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Caption/ })
  field.setSelectionRange(0, 0)
  fireEvent.click(screen.getByRole('button', { name: 'Known' }))
  await userEvent.keyboard('No: ')
  expect(document.activeElement).toBe(field)
  expect(field.value).toMatch(/^No: One iron/)
})
