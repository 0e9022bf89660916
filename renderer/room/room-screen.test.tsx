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
    openPage('/room', { answers: { 'room.overview': () => overview } })
    await screen.findByText(/50 GB free on this disk. The library takes up 345/u)
    expect(screen.queryByText('Films with captions')).toBeNull()
    const [, council, interview] = screen.getAllByRole('row')
    expect(council?.textContent).toMatch(/Council.*Sound to be deleted on .*2999.*300.*30.*2.*332/u)
    expect(interview?.textContent).toMatch(/Interview.*–.*10.*–.*10/u)
  })

  it('is freed: all prepared audio but what a task needs, one recording after the other', async () => {
    const gone: string[] = []
    openPage('/room', {
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
    await screen.findByText(/30 MB of prepared audio are deleted. What a task still needs stays./u)
    expect(gone).toEqual(['r1'])
  })

  it('offers the sound’s deletion only where the library has one', async () => {
    openPage('/room', { answers: { 'room.overview': () => overview } })
    await userEvent.click(await screen.findByRole('button', { name: 'Free room: Interview' }))
    const menu = within(await screen.findByRole('menu'))
    menu.getByRole('menuitem', { name: 'Delete prepared audio' })
    expect(menu.queryByRole('menuitem', { name: 'Delete the sound…' })).toBeNull()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
    await userEvent.click(screen.getByRole('button', { name: 'Free room: Council' }))
    await screen.findByRole('menuitem', { name: 'Delete the sound…' })
  })
})
