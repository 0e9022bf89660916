// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { createEditorStore } from '../editor/editor-store.ts'
import { conversation, recordingCard } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../sound/testing/render-in-studio.tsx'
import { SpeakingView } from './speaking-view.tsx'

afterEach(cleanup)

function openView() {
  const store = createEditorStore()
  const { unmount } = renderInStudio(
    <SpeakingView
      session={fakeSession(conversation)}
      player={silentPlayer().player}
      recording={recordingCard()}
      store={store}
    />,
  )
  return { store, unmount }
}

it('a name on the page of speaking time opens the choice for its voice, which renames it everywhere', async () => {
  openView()
  const [name] = screen.getAllByRole('button', { name: 'Speaker 3' })
  await userEvent.click(name as HTMLElement)
  const choice = await screen.findByRole('dialog', { name: /Speaker 3/u })
  expect(within(choice).getByRole('button', { name: /Merge/u })).toBeTruthy()
  await userEvent.type(within(choice).getByRole('textbox'), 'Margaret{Enter}')
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Margaret' }).length).toBeGreaterThan(0))
  expect(screen.queryByText('Speaker 3')).toBeNull()
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('every name of the page is such a button, in the bars, the course and the table', () => {
  openView()
  expect(screen.getAllByRole('button', { name: 'Idris' })).toHaveLength(3)
  expect(screen.queryByRole('button', { name: 'No one' })).toBeNull()
})

it('a choice that is open goes with the page', async () => {
  const { store, unmount } = openView()
  await userEvent.click(screen.getAllByRole('button', { name: 'Idris' })[0] as HTMLElement)
  await screen.findByRole('dialog')
  unmount()
  expect(store.getState().speakerPrompt).toBeNull()
})
