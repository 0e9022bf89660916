// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallName } from '#contracts/calls/calls'
import type { RecordingCard } from '#contracts/calls/recordings'
import type { Answers } from '../../rpc/testing/fake-studio.ts'
import { closePage, forgetPage, openPage } from '../../testing/open-page.tsx'
import { recordingCard } from '../testing/cards.ts'

beforeEach(forgetPage)
afterEach(closePage)

async function openTrim(card: Partial<RecordingCard> = {}, answers: Answers = {}) {
  const page = openPage('/', {
    cards: [recordingCard({ durationMs: 60_000, ...card })],
    answers: { 'recordings.trim': () => ({}), ...answers },
  })
  await userEvent.click(await screen.findByRole('button', { name: /^More actions/u }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'More' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Trim…' }))
  const dialog = within(await screen.findByRole('dialog'))
  const asked = (call: CallName = 'recordings.trim') =>
    page.studio.asked.filter(({ name }) => name === call).map(({ input }) => input)
  return { dialog, asked }
}

describe('trimming a recording of the list', () => {
  it('keeps the part that is typed, by keys alone, and takes it back', async () => {
    const { dialog, asked } = await openTrim()
    await userEvent.type(dialog.getByLabelText('Keep from'), '0:05')
    await userEvent.type(dialog.getByLabelText('Keep until'), '0:40,5{Enter}')
    const recordingId = recordingCard().id
    await waitFor(() => expect(asked()).toEqual([{ recordingId, part: { startMs: 5_000, endMs: 40_500 } }]))
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(asked().at(-1)).toEqual({ recordingId, part: null }))
  })

  it('says where a time is none or lies beyond the end, and asks for nothing', async () => {
    const { dialog, asked } = await openTrim()
    await userEvent.type(dialog.getByLabelText('Keep until'), '1:30{Enter}')
    expect(dialog.getByLabelText('Keep until').getAttribute('aria-invalid')).toBe('true')
    await userEvent.clear(dialog.getByLabelText('Keep until'))
    await userEvent.type(dialog.getByLabelText('Keep from'), 'soon{Enter}')
    expect(dialog.getByLabelText('Keep from').getAttribute('aria-invalid')).toBe('true')
    expect(asked()).toEqual([])
  })

  it('keeps all of it again', async () => {
    const { dialog, asked } = await openTrim({ trim: { startMs: 5_000, endMs: 40_000 } })
    expect(dialog.getByLabelText<HTMLInputElement>('Keep from').value).toBe('0:05')
    await userEvent.click(dialog.getByRole('button', { name: 'Keep all of it' }))
    await waitFor(() => expect(asked()).toEqual([{ recordingId: recordingCard().id, part: null }]))
  })

  it('deletes the rest only after a question that says what goes, and where the library alone has the sound', async () => {
    const trim = { startMs: 5_000, endMs: 40_000 }
    const facts = {
      title: 'x',
      transcripts: 1,
      corrections: 0,
      notes: 0,
      cachedBytes: 0,
      originalGoes: true,
      originalStays: false,
      rememberedVoices: [],
      backups: 0,
      damagedCopies: 0,
      dueOn: null,
    }
    const { dialog, asked } = await openTrim(
      { trim },
      { 'recordings.deletion': () => ({ ...facts, canCut: true }), 'recordings.cut': () => ({}) },
    )
    await userEvent.click(await dialog.findByRole('button', { name: 'Delete the rest…' }))
    const question = within(await screen.findByRole('alertdialog'))
    question.getByText(/^0:05 to 0:40 stays and begins at 0:00 then\. 0:25 of sound are deleted/u)
    expect(asked('recordings.cut')).toEqual([])
    await userEvent.click(question.getByRole('button', { name: 'Delete the rest' }))
    await waitFor(() => expect(asked('recordings.cut')).toEqual([{ recordingId: recordingCard().id }]))
    await screen.findByText(/the rest is deleted/u)
  })

  it('does not offer to delete the rest of a person’s own file, and says why', async () => {
    const { dialog } = await openTrim({ trim: { startMs: 5_000, endMs: 40_000 } })
    await dialog.findByText(/The file itself is never changed/u)
    expect(dialog.queryByRole('button', { name: 'Delete the rest…' })).toBeNull()
  })
})
