// @vitest-environment happy-dom
import { RouterContextProvider, createRootRoute, createRouter } from '@tanstack/react-router'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import type { CallOutput } from '#contracts/calls/calls'
import { createEditorStore } from '../editor/editor-store.ts'
import { recordingCard, transcriptCard } from '../library/testing/cards.ts'
import { openRecording } from '../rpc/open-recording.ts'
import { conversation } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../sound/testing/render-in-studio.tsx'
import { DetailsPanel } from './details-panel.tsx'

afterEach(cleanup)

const router = createRouter({ routeTree: createRootRoute() })
const details: CallOutput<'recordings.details'> = {
  folder: '/home/me/Talks',
  tracks: [],
  tookMs: 61_000,
  models: [],
  settings: {},
  otherTranscripts: [],
}

it('what comes later than the rest is there with it, so that nothing moves from under the pointer', async () => {
  const sheet = Promise.withResolvers<never>()
  renderInStudio(
    <RouterContextProvider router={router}>
      <DetailsPanel
        session={fakeSession(conversation)}
        recording={openRecording(recordingCard({ transcript: transcriptCard() }))}
        store={createEditorStore()}
        player={silentPlayer().player}
      />
    </RouterContextProvider>,
    {
      'recordings.details': () => details,
      'transcripts.sheet': () => sheet.promise,
      'opinions.list': () => [],
    },
  )
  await screen.findByText('Length')
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(screen.queryByRole('link', { name: /^Sheet/u })).toBeNull()
  // Not again while the page waits for another try.
  sheet.reject(new Error('not now'))
  await screen.findByRole('link', { name: /^Sheet/u })
  screen.getByText('this computer, in 1:01')
})
