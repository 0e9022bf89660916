// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordingCard } from '#contracts/calls/recordings'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'
import { recordingCard } from './testing/cards.ts'

beforeEach(forgetPage)
afterEach(closePage)

async function openTrim(card: Partial<RecordingCard> = {}) {
  const page = openPage('/', {
    cards: [recordingCard({ durationMs: 60_000, ...card })],
    answers: { 'recordings.trim': () => ({}) },
  })
  await userEvent.click(await screen.findByRole('button', { name: /^More actions/u }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Trim…' }))
  const dialog = within(await screen.findByRole('dialog'))
  const asked = () =>
    page.studio.asked.filter(({ name }) => name === 'recordings.trim').map(({ input }) => input)
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
})
