// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { WatchedFolderCard } from '#contracts/calls/watch'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'

beforeEach(forgetPage)
afterEach(closePage)

const folder: WatchedFolderCard = {
  id: 'f1',
  path: '/home/ada/Recordings',
  language: 'auto',
  speakers: null,
  formats: ['srt'],
  withSubfolders: false,
  isOn: true,
  problem: null,
  waiting: 0,
  written: 0,
  troubled: 0,
  troubles: [],
}

/** A studio that stores the folders. */
function openSection(given: readonly WatchedFolderCard[], isWindow = true, address = '#/settings/watch') {
  let folders = [...given]
  const page = openPage(address, {
    host: isWindow ? { kind: 'window', pickFolder: () => Promise.resolve('/home/ada/in') } : {},
    answers: {
      'watch.list': () => folders,
      'watch.count': ({ path }) => ({ path, count: 12 }),
      'watch.add': ({ path, options }) => {
        folders = [...folders, { ...folder, ...options, id: 'f2', path }]
        page.studio.emit('watch-changed')
        return { folderId: 'f2' }
      },
      'watch.change': ({ folderId, options }) => {
        folders = folders.map((one) =>
          one.id === folderId ? ({ ...one, ...options } as WatchedFolderCard) : one,
        )
        page.studio.emit('watch-changed')
        return {}
      },
      'watch.remove': ({ folderId }) => {
        folders = folders.filter(({ id }) => id !== folderId)
        page.studio.emit('watch-changed')
        return {}
      },
      'watch.tryAgain': () => ({}),
    },
  })
  const asked = (name: string) =>
    page.studio.asked.filter((call) => call.name === name).map(({ input }) => input)
  return { ...page, asked }
}

it('a folder is chosen in the window, and it is asked whether what is in it counts', async () => {
  const { asked } = openSection([])
  await screen.findByText('No folder is watched.')
  await userEvent.click(screen.getByRole('button', { name: 'Add a folder…' }))
  const dialog = within(await screen.findByRole('dialog'))
  const existing = await dialog.findByRole('checkbox', {
    name: 'Also transcribe the 12 recordings that are in it now',
  })
  expect((existing as HTMLInputElement).checked).toBe(false)
  await userEvent.click(existing)
  await userEvent.click(dialog.getByRole('treeitem', { name: 'SubRip (SRT)' }))
  expect(dialog.getByRole('alert').textContent).toBe('Choose at least one.')
  expect(dialog.getByRole('button', { name: 'Watch' }).getAttribute('aria-disabled')).toBe('true')
  await userEvent.click(dialog.getByRole('treeitem', { name: 'WebVTT' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Watch' }))
  await screen.findByText('/home/ada/in')
  expect(asked('watch.add')).toEqual([
    {
      path: '/home/ada/in',
      options: { language: 'auto', speakers: null, formats: ['vtt'], withSubfolders: false, isOn: true },
      takesExisting: true,
    },
  ])
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('a browser shows the folders, and how to add one', async () => {
  openSection(
    [{ ...folder, language: 'fr', speakers: 2, withSubfolders: true, written: 3, waiting: 1 }],
    false,
  )
  await screen.findByText('/home/ada/Recordings')
  expect(screen.getByText('SubRip (SRT), French, 2 speakers, with the folders in it')).toBeDefined()
  expect(screen.getByText('1 in progress, 3 recordings done')).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Add a folder…' })).toBeNull()
  expect(screen.getByText(/parolo watch --add FOLDER/u)).toBeDefined()
})

it('is switched off, changed and removed', async () => {
  const { asked } = openSection([folder])
  await userEvent.click(await screen.findByRole('switch', { name: 'Watch /home/ada/Recordings' }))
  await screen.findByText('Off. Recordings that appear meanwhile are transcribed when you turn it on again.')
  await userEvent.click(screen.getByRole('button', { name: 'More about /home/ada/Recordings' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Options…' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.click(dialog.getByRole('checkbox', { name: 'Include the folders in it' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }))
  await screen.findByText(/with the folders in it/u)
  // The switch's change is not sent with outdated options.
  expect(asked('watch.change')).toEqual([
    { folderId: 'f1', options: { isOn: false } },
    {
      folderId: 'f1',
      options: { language: 'auto', speakers: null, formats: ['srt'], withSubfolders: true },
    },
  ])
  await userEvent.click(screen.getByRole('button', { name: 'More about /home/ada/Recordings' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Stop watching' }))
  await screen.findByText('No folder is watched.')
  await screen.findByText('/home/ada/Recordings is no longer watched. Recordings and captions stay.')
})

it('says what could not be done, why, and tries again', async () => {
  const error = { code: 'media.unreadable', message: 'a.wav cannot be read.', remedy: 'Play it.' } as const
  const { asked } = openSection([
    {
      ...folder,
      problem: { code: 'watch.gone', message: 'The folder is not there.', remedy: 'Connect the drive.' },
      troubled: 3,
      troubles: [
        { path: 'a.wav', recordingId: null, error },
        { path: 'b/c.wav', recordingId: 'r1', error: { code: 'disk.full', message: 'The disk is full.' } },
      ],
    },
  ])
  await screen.findByText('The folder is not there. Connect the drive.')
  expect(screen.getByText('3 files could not be transcribed or written:')).toBeDefined()
  expect(screen.getByText('a.wav cannot be read. Play it.')).toBeDefined()
  expect(screen.getByRole('link', { name: 'b/c.wav' }).getAttribute('href')).toContain('/recording/r1')
  expect(screen.getByText('and 1 more')).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }))
  expect(asked('watch.tryAgain')).toEqual([{ folderId: 'f1' }])
})

it('what goes wrong is reported once wherever the person is, several files together, and leads to the settings', async () => {
  const { studio } = openSection([folder], true, '#/network')
  await screen.findByRole('main')
  studio.emit('watch-changed', { folderId: 'f1', what: 'file', state: 'waiting' })
  studio.emit('watch-changed', { folderId: 'f1', what: 'problem', code: null })
  studio.emit('watch-changed', { folderId: 'f1', what: 'file', state: 'refused' })
  studio.emit('watch-changed', { folderId: 'f1', what: 'file', state: 'refused' })
  const text = '2 files in watched folders have no sound that can be read.'
  expect(await screen.findByText(text)).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Show' }))
  expect(await screen.findByText('/home/ada/Recordings')).toBeDefined()
})
