// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallOutput } from '#contracts/calls/calls'
import { CallFailed } from '../rpc/call-failed.ts'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'

beforeEach(forgetPage)
afterEach(closePage)

const overview: CallOutput<'room.overview'> = {
  freeBytes: 50e9,
  soundBytes: 300e6,
  runningBytes: 0,
  preparedBytes: 40e6,
  filmBytes: 0,
  modelBytes: 0,
  databaseBytes: 5e6,
  resultBytes: 2e6,
  backupBytes: 0,
  damagedCopies: [],
  recordings: [
    {
      recordingId: 'r1',
      title: 'Council',
      soundBytes: 300e6,
      preparedBytes: 30e6,
      filmBytes: 0,
      resultBytes: 2e6,
      dueOn: '2999-12-10',
      deletionDueOn: null,
    },
    {
      recordingId: 'r2',
      title: 'Interview',
      soundBytes: 0,
      preparedBytes: 10e6,
      filmBytes: 0,
      resultBytes: 0,
      dueOn: null,
      deletionDueOn: null,
    },
  ],
}

describe('what takes up room', () => {
  it('is said by kind and by recording; kinds without anything are left out', async () => {
    openPage('/storage', { answers: { 'room.overview': () => overview } })
    await screen.findByText(/50 GB free on this disk. The library takes up 345/u)
    expect(screen.queryByText('Exported video and sound')).toBeNull()
    const [, council, interview] = screen.getAllByRole('row')
    expect(council?.textContent).toMatch(/Council.*Sound to be deleted on .*2999.*300.*30.*2.*332/u)
    expect(interview?.textContent).toMatch(/Interview.*–.*10.*–.*10/u)
  })

  it('is freed: all prepared audio but what a task needs, one recording after the other', async () => {
    const gone: string[] = []
    openPage('/storage', {
      answers: {
        'room.overview': () => overview,
        'room.deletePrepared': ({ recordingId }) => {
          if (recordingId === 'r2') throw new CallFailed({ code: 'sound.in-use', message: 'needed' })
          gone.push(recordingId)
          return {}
        },
      },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Delete all prepared audio' }))
    await screen.findByText(/30 MB of prepared audio was deleted. What a task still needs was kept./u)
    expect(gone).toEqual(['r1'])
  })

  it('offers the sound’s deletion only where the library has one', async () => {
    openPage('/storage', { answers: { 'room.overview': () => overview } })
    await userEvent.click(await screen.findByRole('button', { name: 'Free up storage: Interview' }))
    const menu = within(await screen.findByRole('menu'))
    menu.getByRole('menuitem', { name: 'Delete prepared audio' })
    expect(menu.queryByRole('menuitem', { name: 'Delete the sound…' })).toBeNull()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
    await userEvent.click(screen.getByRole('button', { name: 'Free up storage: Council' }))
    await screen.findByRole('menuitem', { name: 'Delete the sound…' })
  })

  it('names what a repair kept, says that it may hold what was deleted, and deletes it after a question', async () => {
    let damagedCopies = [
      { name: 'damaged-1', bytes: 60e6, keptOn: '2026-03-12' },
      { name: 'damaged-2', bytes: 10e6, keptOn: '2026-03-14' },
    ]
    const { studio } = openPage('/storage', {
      answers: {
        'room.overview': () => ({ ...overview, backupBytes: 90e6, damagedCopies }),
        'room.deleteDamagedCopy': ({ name }) => {
          damagedCopies = damagedCopies.filter((copy) => copy.name !== name)
          return {}
        },
      },
    })
    await screen.findByText(/The library takes up 435/u)
    const [row] = screen.getAllByText(/^Damaged library of/u)
    expect(row?.parentElement?.textContent).toMatch(/12.*may still contain words and sound.*60/u)
    expect(screen.getByText('Earlier states of the library').parentElement?.textContent).toMatch(/20/u)
    const [first] = screen.getAllByRole('button', { name: /^Delete the damaged library of/u })
    await userEvent.click(first as HTMLElement)
    const question = within(await screen.findByRole('alertdialog'))
    await userEvent.click(question.getByRole('button', { name: 'Cancel' }))
    expect(studio.asked.some(({ name }) => name === 'room.deleteDamagedCopy')).toBe(false)
    await userEvent.click(first as HTMLElement)
    await userEvent.click(
      within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }),
    )
    await screen.findByText(/^The damaged library of .*12.* is deleted\.$/u)
    await waitFor(() => expect(screen.getAllByText(/^Damaged library of/u)).toHaveLength(1))
  })
})
