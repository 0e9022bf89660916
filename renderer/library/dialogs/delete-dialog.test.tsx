// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CallFailed } from '../../rpc/call-failed.ts'
import { dayFromNow } from '../../sound-deletion/days.ts'
import { closePage, forgetPage, openPage } from '../../testing/open-page.tsx'
import { recordingCard, transcriptCard } from '../testing/cards.ts'

beforeEach(forgetPage)
afterEach(closePage)

const facts = {
  title: 'x',
  transcripts: 1,
  corrections: 0,
  notes: 4,
  cachedBytes: 0,
  originalGoes: true,
  originalStays: false,
  rememberedVoices: ['Anna', 'Ben'],
  backups: 1,
  damagedCopies: 0,
  canCut: false,
}
const { id: recordingId } = recordingCard()

async function openDialog(dueOn: string | null) {
  const page = openPage('/', {
    cards: [recordingCard({ transcript: transcriptCard(), deletionDueOn: dueOn })],
    answers: {
      'recordings.deletion': () => ({ ...facts, dueOn }),
      'room.planWholeDeletion': () => ({}),
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: /^More actions/u }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete…' }))
  const dialog = within(await screen.findByRole('alertdialog'))
  await dialog.findByText('1 transcript')
  const asked = () =>
    page.studio.asked.filter(({ name }) => name === 'room.planWholeDeletion').map(({ input }) => input)
  return { dialog, asked }
}

it('a recording is deleted with everything on a day to come, which the toast takes back', async () => {
  const { dialog, asked } = await openDialog(null)
  expect(dialog.getByText('4 notes (comments, chapters and moments)')).toBeDefined()
  expect(dialog.getByRole('checkbox', { name: /backup/u })).toBeDefined()
  expect(
    dialog.getByText('what is remembered of the voice of Anna and Ben from this recording'),
  ).toBeDefined()
  await userEvent.click(dialog.getByRole('radio', { name: 'On a date' }))
  expect(dialog.queryByRole('checkbox')).toBeNull()
  const day = dialog.getByLabelText('Date')
  fireEvent.change(day, { target: { value: '2020-01-01' } })
  await userEvent.click(dialog.getByRole('button', { name: /^Delete on/u }))
  expect(dialog.getByText('Choose a date in the future.')).toBeDefined()
  expect(asked()).toEqual([])
  fireEvent.change(day, { target: { value: dayFromNow(2) } })
  await userEvent.click(dialog.getByRole('button', { name: /^Delete on/u }))
  await waitFor(() => expect(asked()).toEqual([{ recordingId, day: dayFromNow(2) }]))
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(asked().at(-1)).toEqual({ recordingId, day: null }))
})

it('a day that was chosen is on the card, and is given up by “Keep the recording”', async () => {
  const { dialog, asked } = await openDialog('2999-12-10')
  expect(document.body.textContent).toMatch(/To be deleted with everything on .*2999/u)
  await userEvent.click(dialog.getByRole('button', { name: 'Keep the recording' }))
  await waitFor(() => expect(asked()).toEqual([{ recordingId, day: null }]))
})

it('says that a damaged library which is kept may hold it, and where to delete that', async () => {
  openPage('/', {
    cards: [recordingCard({ transcript: transcriptCard() })],
    answers: { 'recordings.deletion': () => ({ ...facts, dueOn: null, damagedCopies: 1 }) },
  })
  await userEvent.click(await screen.findByRole('button', { name: /^More actions/u }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete…' }))
  const dialog = within(await screen.findByRole('alertdialog'))
  await dialog.findByText(/A damaged library that was kept may contain it too\. It is not deleted\./u)
  expect(dialog.getByRole('link', { name: 'See what takes up storage' }).getAttribute('href')).toBe(
    '/#/storage',
  )
})

it('is reported once all of it is deleted, also where the row has gone before, and so is what fails then', async () => {
  for (const fails of [false, true]) {
    const deleting = Promise.withResolvers<{ files: number; backups: number; isErased: boolean }>()
    const page = openPage('/', {
      cards: [recordingCard({ transcript: transcriptCard() })],
      answers: {
        'recordings.deletion': () => ({ ...facts, dueOn: null }),
        'recordings.delete': () => deleting.promise,
      },
    })
    await userEvent.click(await screen.findByRole('button', { name: /^More actions/u }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete…' }))
    const dialog = within(await screen.findByRole('alertdialog'))
    await dialog.findByText('1 transcript')
    await userEvent.click(dialog.getByRole('button', { name: 'Delete' }))
    page.remove(recordingId)
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    if (fails) deleting.reject(new CallFailed({ code: 'disk.failed', message: 'A file is in use.' }))
    else deleting.resolve({ files: 1, backups: 0, isErased: true })
    await screen.findByText(fails ? 'A file is in use.' : /deleted\.$/u)
    closePage()
    forgetPage()
  }
})
