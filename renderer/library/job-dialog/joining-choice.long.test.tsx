// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordingCard } from '#contracts/calls/recordings'
import { closePage, forgetPage, openPage } from '../../testing/open-page.tsx'
import { useImportStore } from '../imports/import-store.ts'
import { recordingCard } from '../testing/cards.ts'

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

/** The fields of one file. */
const fieldsOf = (name: string) => within(screen.getByRole('group', { name }))

const files = [
  recordingCard({ id: 'a', title: '1-anna', fileName: '1-anna.flac' }),
  recordingCard({ id: 'b', title: '2-ben', fileName: '2-ben.flac' }),
]

describe('several new recordings', () => {
  it('that belong together become one, with a name for each track', async () => {
    const { dialog, start, asked } = await openDialog(files)
    await userEvent.click(dialog.getByRole('radio', { name: 'Belong together' }))
    const ben = fieldsOf('2-ben.flac').getByLabelText('Speaker')
    expect(ben).toHaveProperty('value', 'ben')
    await userEvent.clear(ben)
    await start()
    expect(asked('recordings.join')).toEqual([])
    expect(dialog.getByText('Enter a name.')).toBeDefined()
    await userEvent.type(ben, 'Benjamin ')
    await start()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(asked('recordings.join')).toEqual([
      {
        recordingIds: ['a', 'b'],
        order: 'together',
        names: ['anna', 'Benjamin'],
        request: expect.any(String),
      },
    ])
    expect(asked('jobs.start')).toMatchObject([{ recordingId: 'joined' }])
  })

  it('that follow one another become one, without names', async () => {
    const { dialog, start, asked } = await openDialog(files)
    await userEvent.click(dialog.getByRole('radio', { name: 'Follow one another' }))
    expect(dialog.queryByRole('textbox')).toBeNull()
    await start()
    await waitFor(() =>
      expect(asked('recordings.join')).toMatchObject([{ recordingIds: ['a', 'b'], order: 'in-order' }]),
    )
  })

  it('begin when the person says, in an order that keys and buttons change', async () => {
    const { dialog, start, asked } = await openDialog(files)
    await userEvent.click(dialog.getByRole('radio', { name: 'Belong together' }))
    const late = fieldsOf('2-ben.flac').getByLabelText('Begins at')
    await userEvent.type(late, 'later')
    await start()
    expect(asked('recordings.join')).toEqual([])
    expect(late.getAttribute('aria-invalid')).toBe('true')
    await userEvent.clear(late)
    await userEvent.type(late, '0:02,5')
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    // The field keeps the focus, and typed text belongs to its file.
    expect(document.activeElement).toBe(fieldsOf('2-ben.flac').getByLabelText('Begins at'))
    const order = () => dialog.getAllByRole('listitem').map((item) => item.querySelector('p')?.textContent)
    expect(order()).toEqual(['2-ben.flac', '1-anna.flac'])
    expect(dialog.getByRole('button', { name: 'Move 2-ben.flac up' }).getAttribute('aria-disabled')).toBe(
      'true',
    )
    await userEvent.click(dialog.getByRole('button', { name: 'Move 1-anna.flac up' }))
    expect(order()).toEqual(['1-anna.flac', '2-ben.flac'])
    await userEvent.click(dialog.getByRole('button', { name: 'Move 1-anna.flac down' }))
    await start()
    await waitFor(() =>
      expect(asked('recordings.join')).toMatchObject([
        { recordingIds: ['b', 'a'], names: ['ben', 'anna'], offsetsMs: [2_500, 0] },
      ]),
    )
  })

  it('show how far the one recording is, and can be left as they are meanwhile', async () => {
    const { studio } = openPage('/', {
      cards: files,
      answers: {
        'recordings.join': () => new Promise<{ recordingId: string }>(() => undefined),
        'recordings.joinProgress': () => ({ fraction: 0.4 }),
      },
    })
    await screen.findByText('1-anna')
    useImportStore.setState({ arrived: ['a', 'b'] })
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.click(dialog.getByRole('radio', { name: 'Follow one another' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Transcribe' }))
    await dialog.findByRole('img', { name: '40% done' })
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(dialog.queryByRole('img', { name: /done/u })).toBeNull())
    expect(dialog.getByRole('button', { name: 'Transcribe' })).toHaveProperty('disabled', false)
    expect(studio.asked.some(({ name }) => name === 'jobs.start')).toBe(false)
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
