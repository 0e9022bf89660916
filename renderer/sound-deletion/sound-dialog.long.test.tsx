// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallOutput } from '#contracts/calls/calls'
import type { RecordingCard } from '#contracts/calls/recordings'
import { recordingCard, transcriptCard } from '../library/testing/cards.ts'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'
import { dayFromNow, isToCome } from './days.ts'

beforeEach(forgetPage)
afterEach(closePage)

const facts: CallOutput<'room.sound'> = {
  isOwn: true,
  hasVideo: false,
  hasText: true,
  soundBytes: 120_000_000,
  preparedBytes: 12_000_000,
  films: 1,
  rememberedVoices: ['Nora'],
}
const recordingId = recordingCard().id

async function openDialog(card: Partial<RecordingCard> = {}, given: Partial<typeof facts> = {}) {
  const page = openPage('/', {
    cards: [recordingCard({ transcript: transcriptCard(), ...card })],
    answers: {
      'room.sound': () => ({ ...facts, ...given }),
      'room.deleteSound': () => ({}),
      'room.planDeletion': () => ({}),
      'room.deletePrepared': () => ({}),
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: /^More actions/u }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'More' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete the sound…' }))
  const dialog = within(await screen.findByRole('alertdialog'))
  const asked = (name: string) =>
    page.studio.asked.filter((call) => call.name === name).map(({ input }) => input)
  return { dialog, asked }
}

describe('deleting the sound of a recording', () => {
  it('says what goes and what stays, and happens only when it is asked for', async () => {
    const { dialog, asked } = await openDialog()
    await dialog.findByText(/^the sound, 120/u)
    dialog.getByText(/to play and show it, 12/u)
    dialog.getByText(/1 exported video or sound file waiting/u)
    dialog.getByText('what is remembered of the voice of Nora from this recording')
    dialog.getByText(/text, its corrections, moments and minutes stay/u)
    dialog.getByText('This cannot be undone.')
    expect(asked('room.deleteSound')).toEqual([])
    await userEvent.click(dialog.getByRole('button', { name: 'Delete the sound' }))
    await waitFor(() => expect(asked('room.deleteSound')).toEqual([{ recordingId }]))
    await screen.findByText(/The sound of “.*” was deleted. The text stays./u)
  })

  it('on a day is asked for with one that is to come, and taken back by the toast', async () => {
    const { dialog, asked } = await openDialog()
    await userEvent.click(dialog.getByRole('radio', { name: 'On a date' }))
    const day = dialog.getByLabelText<HTMLInputElement>('Date')
    expect(day.value).toBe(dayFromNow(30))
    fireEvent.change(day, { target: { value: '2020-01-01' } })
    await userEvent.click(dialog.getByRole('button', { name: /^Delete on/u }))
    dialog.getByText('Choose a date in the future.')
    expect(asked('room.planDeletion')).toEqual([])
    fireEvent.change(day, { target: { value: dayFromNow(2) } })
    await userEvent.click(dialog.getByRole('button', { name: /^Delete on/u }))
    await waitFor(() => expect(asked('room.planDeletion')).toEqual([{ recordingId, day: dayFromNow(2) }]))
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(asked('room.planDeletion').at(-1)).toEqual({ recordingId, day: null }))
  })

  it('that is planned is on the card, and given up by “Keep the sound”', async () => {
    const { dialog, asked } = await openDialog({ soundDeletion: { dueOn: '2999-12-10', deletedOn: null } })
    expect(document.body.textContent).toMatch(/Sound to be deleted on .*2999/u)
    await userEvent.click(dialog.getByRole('button', { name: 'Keep the sound' }))
    await waitFor(() => expect(asked('room.planDeletion')).toEqual([{ recordingId, day: null }]))
  })

  it('needs a text that stays', async () => {
    const { dialog, asked } = await openDialog({}, { hasText: false })
    await dialog.findByText(/The transcript is not finished/u)
    const button = dialog.getByRole('button', { name: 'Delete the sound' })
    expect(button.getAttribute('aria-disabled')).toBe('true')
    await userEvent.click(button)
    expect(asked('room.deleteSound')).toEqual([])
  })

  it('of a person’s own file only deletes what Parolo made of it', async () => {
    const { dialog, asked } = await openDialog({}, { isOwn: false })
    await dialog.findByText(/Parolo never deletes “cafe.mp3”/u)
    expect(dialog.queryByRole('button', { name: 'Delete the sound' })).toBeNull()
    await userEvent.click(dialog.getByRole('button', { name: 'Delete prepared audio' }))
    await waitFor(() => expect(asked('room.deletePrepared')).toEqual([{ recordingId }]))
  })
})

it('a recording whose sound is deleted is no trouble, and says when it went', async () => {
  openPage('/', {
    cards: [
      recordingCard({
        missing: true,
        transcript: transcriptCard(),
        soundDeletion: { dueOn: null, deletedOn: '2026-12-10' },
      }),
    ],
  })
  await screen.findByText(/Sound deleted on .*2026/u)
  expect(screen.queryByText(/no longer where it was/u)).toBeNull()
  await userEvent.click(await screen.findByRole('button', { name: /^More actions/u }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'More' }))
  await screen.findByRole('menuitem', { name: 'Select' })
  expect(screen.queryByRole('menuitem', { name: /Transcribe/u })).toBeNull()
  expect(screen.queryByRole('menuitem', { name: 'Delete the sound…' })).toBeNull()
})

it('a sound that was deleted comes back by its file only after a question', async () => {
  let picked = 0
  openPage('/', {
    host: {
      pickFiles: () => {
        picked += 1
        return Promise.resolve([])
      },
    },
    cards: [
      recordingCard({
        missing: true,
        transcript: transcriptCard(),
        soundDeletion: { dueOn: null, deletedOn: '2026-12-10' },
      }),
    ],
  })
  const askAgain = async () => {
    await userEvent.click(await screen.findByRole('button', { name: /^More actions/u }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Locate…' }))
    return within(await screen.findByRole('alertdialog'))
  }
  const first = await askAgain()
  first.getByText(/You had it deleted on .*2026/u)
  await userEvent.click(first.getByRole('button', { name: 'Leave it deleted' }))
  expect(picked).toBe(0)
  const second = await askAgain()
  await userEvent.click(second.getByRole('button', { name: 'Choose the file…' }))
  await waitFor(() => expect(picked).toBe(1))
})

it('days go by the calendar', () => {
  const newYearsEve = new Date(2026, 11, 31, 23).getTime()
  expect(dayFromNow(1, newYearsEve)).toBe('2027-01-01')
  expect(isToCome('2026-12-31', newYearsEve)).toBe(false)
  expect(isToCome('2027-01-01', newYearsEve)).toBe(true)
  expect(isToCome('', newYearsEve)).toBe(false)
})
