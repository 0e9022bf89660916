import { cp } from 'node:fs/promises'
import path from 'node:path'
import { madeLibrary, parolo } from '../support/libraries.ts'
import { NEEDS_ELECTRON } from './program.ts'
import { expect, test } from './test.ts'

test.use({ library: 'sample' })

test(`a library is added by its folder, searched, and opened in the window at a hit ${NEEDS_ELECTRON}`, async ({
  home,
  start,
}) => {
  const radio = path.join(home.folder, 'radio 1998')
  await cp(await madeLibrary('sample'), radio, { recursive: true })
  const list = await parolo(radio, ['list'])
  const id = list.split('\t')[0] ?? ''
  const { page, dialogs } = await start()
  await page.goto(page.url().replace(/#.*$/u, '') + '#/settings/libraries')
  await dialogs.open([radio])
  await page.getByRole('button', { name: 'Add a library…' }).click()
  await expect(page.getByText('Searches now look in “radio 1998” too.')).toBeVisible()
  await dialogs.open([home.dataFolder])
  await page.getByRole('button', { name: 'Add a library…' }).click()
  await expect(page.getByText('That is the library that is open')).toBeVisible()

  await page.goto(page.url().replace(/#.*$/u, '') + '#/search?words=%22bicycles%22')
  const hit = page
    .getByRole('main')
    .getByRole('button', { name: /bicycles/u })
    .first()
  await hit.click()
  await page.getByRole('button', { name: 'Open the library' }).click()
  await page.waitForURL(new RegExp(`#/recording/${id}\\?at=\\d+$`, 'u'))
  await expect(page.getByText('bicycles', { exact: false }).first()).toBeVisible()

  // The settings are those of the library now open, which lists no other.
  await page.goto(page.url().replace(/#.*$/u, '') + '#/settings/folders')
  await expect(page.getByText(radio).first()).toBeVisible()
  await expect(page.getByText('No other library is listed.')).toBeVisible()
  await page.getByRole('button', { name: 'Open the library “library”' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Open the library' }).click()
  await expect(page.getByRole('link', { name: 'conversation-en' }).first()).toBeVisible()
  await page.goto(page.url().replace(/#.*$/u, '') + '#/settings/folders')
  await expect(page.getByText(home.dataFolder).first()).toBeVisible()
})
