// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import type { RecordingCard } from '#contracts/calls/recordings'
import { recordingCard, transcriptCard } from '../library/testing/cards.ts'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { EpisodeText } from './episode-text.tsx'

afterEach(cleanup)

const open = (card: RecordingCard) =>
  renderInStudio(<EpisodeText recordingId="r1" />, {
    'recordings.getMany': ({ recordingIds }) => (recordingIds.includes('r1') ? [card] : []),
  })

it.each([
  [{ toCheck: 5, checked: 5 }, '5 to check'],
  [{ toCheck: 0, checked: 5 }, 'All checked'],
])('says what is left to check: %j', async (places, words) => {
  open(recordingCard({ transcript: transcriptCard({ places }) }))
  expect(await screen.findByText(words)).toBeTruthy()
})

it('says nothing of an episode without a text', async () => {
  const { calls } = open(recordingCard())
  await waitFor(() => expect(calls.map(({ name }) => name)).toContain('recordings.getMany'))
  expect(document.querySelector('svg')).toBeNull()
})
