// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { jobCard, recordingCard } from '../library/testing/cards.ts'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'

beforeEach(forgetPage)
afterEach(closePage)

it('gives the window the title of the recording', async () => {
  openPage('/recording/r1', { cards: [recordingCard({ id: 'r1', title: 'Council' })] })
  await waitFor(() => expect(document.title).toBe('Council – Parolo'))
})

it('waits for a text whose job waits for disk space', async () => {
  const error = { code: 'disk.full', message: 'The disk is full.' } as const
  const card = recordingCard({ id: 'r1', job: jobCard({ state: 'failed', error }) })
  openPage('/recording/r1', { cards: [card] })
  expect(await screen.findByText(/^The text will appear/u)).toBeTruthy()
  expect(screen.queryByText('This recording has not been transcribed yet.')).toBeNull()
})

it('plays a recording whose text is still to be written', async () => {
  const card = recordingCard({ id: 'r1', title: 'Council', durationMs: 65_000, job: jobCard() })
  openPage('/recording/r1', { cards: [card] })
  const player = within(await screen.findByRole('region', { name: 'Player' }))
  player.getByText('/ 1:05')
  expect(
    await screen.findByText('The text will appear as soon as the first words are transcribed.'),
  ).toBeTruthy()
})
