// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TranscriptCard } from '#contracts/calls/recordings'
import type { ProgramLanguage } from '#core/messages/messages'
import { App } from '../../app.tsx'
import { fakeHost, fakeStudio } from '../../rpc/testing/fake-studio.ts'
import { defaultPreferences } from '#contracts/default-preferences'
import { recordingCard, transcriptCard } from '../testing/cards.ts'
import { listAnswers } from '../testing/fake-library.ts'

function openList(
  places: TranscriptCard['places'],
  language: ProgramLanguage = 'en',
  checkedAtMs: number | null = null,
): void {
  const list = [recordingCard({ title: 'Repair', transcript: transcriptCard({ places, checkedAtMs }) })]
  const studio = fakeStudio({
    ...listAnswers(() => list),
    'program.preferences': () => ({ ...defaultPreferences, language }),
  })
  render(<App client={studio} host={fakeHost()} bridge={null} />)
}

beforeEach(() => {
  window.location.hash = '/'
})
afterEach(cleanup)

it('says how many places there are to check, in both languages', async () => {
  openList({ toCheck: 1_234, checked: 3 })
  expect(await screen.findByText('1,234 to check')).toBeTruthy()
  cleanup()
  openList({ toCheck: 3, checked: 0 }, 'fr')
  expect(await screen.findByText('3 à vérifier')).toBeTruthy()
})

it('has a tick only where a person marked the transcript as checked', async () => {
  openList({ toCheck: 3, checked: 0 }, 'en', Date.UTC(2026, 10, 30))
  expect(await screen.findByText('Checked by you')).toBeTruthy()
  expect(screen.queryByText('3 to check')).toBeNull()
})

it('says that no error is likely, never with a tick, and nothing before the places are counted', async () => {
  for (const checked of [2, 0]) {
    openList({ toCheck: 0, checked })
    const state = await screen.findByText('No likely errors', { selector: 'li *' })
    expect(state.querySelector('svg')).toBeNull()
    cleanup()
  }
  openList(null)
  await screen.findByRole('heading', { name: 'Repair' })
  expect(screen.queryByText(/to check|No likely errors/u, { selector: 'li *' })).toBeNull()
})

it('has a text aligned that the user chooses', async () => {
  const user = userEvent.setup()
  const script = new File(['Hello'], 'script.txt')
  const given: unknown[] = []
  const host = fakeHost({
    pickFiles: () => Promise.resolve([script]),
    alignText(...asked) {
      given.push(asked)
      return Promise.resolve()
    },
  })
  const studio = fakeStudio(listAnswers(() => [recordingCard({ id: 'r7', title: 'Repair' })]))
  render(<App client={studio} host={host} bridge={null} />)
  await user.click(await screen.findByRole('button', { name: 'More actions for Repair' }))
  await user.click(await screen.findByRole('menuitem', { name: 'More' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Align a text…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Align a text' }))
  dialog.getByText('It becomes the transcript of this recording.')
  await user.click(dialog.getByRole('button', { name: 'Choose a file…' }))
  expect(await screen.findByText('The text is being aligned.')).toBeTruthy()
  expect(given).toEqual([['r7', script]])
})
