import { cp, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { madeLibrary, parolo } from './support/libraries.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

let elsewhere: string
test.beforeAll(async () => {
  elsewhere = path.join(await mkdtemp(path.join(os.tmpdir(), 'parolo-libraries-')), 'radio 1998')
  await cp(await madeLibrary('sample'), elsewhere, { recursive: true })
})
test.afterAll(() => rm(path.dirname(elsewhere), { recursive: true, force: true }))

test('a library listed by the command line is searched on the page, and taken off again', async ({
  visit,
  dataFolder,
}) => {
  await parolo(dataFolder, ['libraries', 'add', elsewhere])
  const page = await visit('/')
  await page.getByRole('searchbox').fill('bicycles')
  const main = page.getByRole('main')
  const ownHit = main.getByRole('link', { name: /bicycles/u }).first()
  const otherHit = main.getByRole('button', { name: /bicycles/u }).first()
  await expect(ownHit).toBeVisible()
  await expect(otherHit).toBeVisible()
  await expect(main.getByRole('heading', { level: 2 })).toContainText(['this library', 'radio 1998'])
  await otherHit.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Open the library “radio 1998”?' })
  await expect(dialog).toContainText(`parolo serve --open --data '${elsewhere}'`)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(otherHit).toBeFocused()

  // Its drive is removed: the others are still searched.
  await rm(path.join(elsewhere, 'library.db'))
  await page.reload()
  await expect(main.getByText('“radio 1998” could not be searched.')).toBeVisible()
  await expect(ownHit).toBeVisible()
  await expect(otherHit).toHaveCount(0)

  await page.goto(page.url().replace(/#.*$/u, '#/settings/libraries'))
  await page.getByRole('button', { name: 'Remove “radio 1998” from the list' }).click()
  await expect(page.getByText('No other library is listed.')).toBeVisible()
  await page.goBack()
  await expect(ownHit).toBeVisible()
  await expect(main.getByText('could not be searched')).toHaveCount(0)
})
