// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordingCard } from '#contracts/calls/recordings'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'
import { useImportStore } from './imports/import-store.ts'
import { recordingCard } from './testing/cards.ts'

beforeEach(forgetPage)
afterEach(closePage)

async function openDialog(cards: readonly RecordingCard[]) {
  const { studio } = openPage('/', {
    cards,
    answers: { 'recordings.join': () => ({ recordingId: 'joined' }) },
  })
  await screen.findByText(cards[0]?.title ?? '')
  useImportStore.setState({ arrived: cards.map(({ id }) => id) })
  const dialog = within(await screen.findByRole('dialog'))
  const start = () => userEvent.click(dialog.getByRole('button', { name: 'Transcribe' }))
  const asked = (name: string) => studio.asked.filter((call) => call.name === name).map(({ input }) => input)
  return { dialog, start, asked }
}

const files = [
  recordingCard({ id: 'a', title: '1-anna', fileName: '1-anna.flac' }),
  recordingCard({ id: 'b', title: '2-ben', fileName: '2-ben.flac' }),
]

describe('several new recordings', () => {
  it('that belong together become one, with a name for each track', async () => {
    const { dialog, start, asked } = await openDialog(files)
    await userEvent.click(dialog.getByRole('radio', { name: 'Belong together' }))
    const ben = dialog.getByRole('textbox', { name: 'Speaker in 2-ben.flac' })
    expect(ben).toHaveProperty('value', 'ben')
    await userEvent.clear(ben)
    await start()
    expect(asked('recordings.join')).toEqual([])
    expect(dialog.getByText('Enter a name.')).toBeDefined()
    await userEvent.type(ben, 'Benjamin ')
    await start()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(asked('recordings.join')).toEqual([
      { recordingIds: ['a', 'b'], order: 'together', names: ['anna', 'Benjamin'] },
    ])
    expect(asked('jobs.start')).toMatchObject([{ recordingId: 'joined' }])
  })

  it('that follow one another become one, without names', async () => {
    const { dialog, start, asked } = await openDialog(files)
    await userEvent.click(dialog.getByRole('radio', { name: 'Follow one another' }))
    expect(dialog.queryByRole('textbox')).toBeNull()
    await start()
    await waitFor(() =>
      expect(asked('recordings.join')).toEqual([{ recordingIds: ['a', 'b'], order: 'in-order' }]),
    )
  })

  it('stay separate unless the person says otherwise', async () => {
    const { start, asked } = await openDialog(files)
    await start()
    await waitFor(() => expect(asked('jobs.start')).toHaveLength(2))
    expect(asked('recordings.join')).toEqual([])
  })
})

describe('a recording of several tracks', () => {
  const choice = { name: 'Transcribe all 2 audio tracks' }

  it('may have all of them transcribed', async () => {
    const { dialog, start, asked } = await openDialog([recordingCard({ audioTracks: 2 })])
    expect(dialog.getByRole('checkbox', choice)).toHaveProperty('checked', false)
    await userEvent.click(dialog.getByRole('checkbox', choice))
    await start()
    await waitFor(() => expect(asked('jobs.start')).toMatchObject([{ settings: { tracks: 'all' } }]))
  })

  it('that Parolo made has all of them transcribed unless the person says otherwise', async () => {
    const { dialog, start, asked } = await openDialog([recordingCard({ audioTracks: 2, hasOwnTracks: true })])
    expect(dialog.getByRole('checkbox', choice)).toHaveProperty('checked', true)
    await userEvent.click(dialog.getByRole('checkbox', choice))
    await start()
    await waitFor(() => expect(asked('jobs.start')).toHaveLength(1))
    expect(asked('jobs.start')).toMatchObject([{ settings: { track: 0 } }])
  })
})
