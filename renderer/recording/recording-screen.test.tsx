// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { jobCard, recordingCard } from '../library/testing/cards.ts'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'

beforeEach(forgetPage)
afterEach(closePage)

it('plays a recording whose text is still to be written', async () => {
  const card = recordingCard({ id: 'r1', title: 'Council', durationMs: 65_000, job: jobCard() })
  openPage('/recording/r1', { cards: [card] })
  const player = within(await screen.findByRole('region', { name: 'Player' }))
  player.getByText('/ 1:05')
  expect(
    await screen.findByText('The text will appear as soon as the first words are transcribed.'),
  ).toBeTruthy()
})
