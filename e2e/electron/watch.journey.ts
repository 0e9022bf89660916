import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { picture } from '../support/picture.ts'
import { fixturePath } from '../support/libraries.ts'
import { NEEDS_ELECTRON } from './program.ts'
import { expect, test } from './test.ts'

test(`in the window a folder is chosen; what appears in it is transcribed, with captions beside it ${NEEDS_ELECTRON}`, async ({
  home,
  start,
}) => {
  const folder = path.join(home.folder, 'Dictaphone')
  await mkdir(folder)
  const speech = await readFile(fixturePath('two-voices-8s-en.opus'))
  await writeFile(path.join(folder, 'before.opus'), speech)
  const { page, dialogs, pageErrors } = await start()
  await page.evaluate(() => {
    location.hash = '#/settings/watch'
  })
  await dialogs.open([folder])
  await page.getByRole('button', { name: 'Add a folder…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Watch a folder' })
  await expect(
    dialog.getByRole('checkbox', { name: 'Also transcribe the recording that is in it now' }),
  ).not.toBeChecked()
  await picture(page, 'h-settings-watch-add')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Nothing has appeared yet.')).toBeVisible()

  // Different content, so another recording.
  await writeFile(path.join(folder, 'after.opus'), Buffer.concat([speech, Buffer.from('x')]))
  await expect(page.getByText('1 recording done')).toBeVisible({ timeout: 150_000 })
  expect(await readFile(path.join(folder, 'after.srt'), 'utf8')).toContain('-->')
  await page.evaluate(() => {
    location.hash = '#/'
  })
  await expect(page.getByRole('link', { name: 'after' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'before' })).toBeHidden()
  expect(pageErrors).toEqual([])
})
