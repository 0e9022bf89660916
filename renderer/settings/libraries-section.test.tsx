// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CallFailed } from '../rpc/call-failed.ts'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'

beforeEach(forgetPage)
afterEach(closePage)

/** The settings with a studio that stores which libraries are listed. */
function openSettings(kind: 'window' | 'browser', folders: string[] = []) {
  let listed = [...folders]
  return openPage('/settings/libraries', {
    answers: {
      'libraries.list': () => ({
        own: { name: 'mine', folder: '/mine' },
        listed: listed.map((folder) => ({
          id: folder,
          name: folder.slice(1),
          folder,
          isOlder: false,
          error:
            folder === '/gone' ? { code: 'library.missing' as const, message: 'It is not there.' } : null,
          command: `parolo serve --open --data '${folder}'`,
        })),
        usual: { name: 'usual', folder: '/home/usual' },
      }),
      'libraries.add': ({ folder }) => {
        if (folder === '/mine') throw new CallFailed({ code: 'library.same', message: 'It is the open one.' })
        listed = [...listed, folder]
        return { name: folder.slice(1), folder }
      },
      'libraries.remove': ({ id }) => {
        listed = listed.filter((folder) => folder !== id)
        return {}
      },
    },
    host: { kind, pickFolder: () => Promise.resolve(listed.length === 0 ? '/radio' : '/mine') },
  })
}

it('lists in the window a library that is chosen by its folder, and takes it off again', async () => {
  openSettings('window')
  const add = await screen.findByRole('button', { name: 'Add a library…' })
  expect(screen.getByText('No other library is listed.')).toBeTruthy()
  fireEvent.click(add)
  const remove = await screen.findByRole('button', { name: 'Remove “radio” from the list' })
  expect(screen.getByText('/radio')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Add a library…' }))
  expect(await screen.findByText('It is the open one.')).toBeTruthy()
  fireEvent.click(remove)
  expect(await screen.findByText('No other library is listed.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Open the library “usual”' }))
  expect(await screen.findByRole('dialog', { name: 'Open the library “usual”?' })).toBeTruthy()
})

it('shows them in a browser, with the command that adds one and why one is not searched', async () => {
  openSettings('browser', ['/radio', '/gone'])
  expect(await screen.findByText(/parolo libraries add FOLDER/u)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Add a library…' })).toBeNull()
  expect(screen.getByText(/It is not there\./u)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Open the library “gone”' }).getAttribute('aria-disabled')).toBe(
    'true',
  )
  expect(screen.queryByRole('button', { name: 'Open the library “usual”' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Open the library “radio”' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain("parolo serve --open --data '/radio'")
})
