import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { WindowBridge } from '#contracts/window-bridge'
import { openText } from '../support/studio-page.ts'
import { NEEDS_ELECTRON } from './program.ts'
import { expect, test } from './test.ts'

test.use({ library: 'sample' })

test(`in the window what is published goes into the chosen folder, and replaces nothing unasked ${NEEDS_ELECTRON}`, async ({
  home,
  start,
}) => {
  const folder = path.join(home.folder, 'Épisode 14')
  await mkdir(folder)
  const { page, dialogs, pageErrors } = await start()
  await openText(page, 'conversation-en')
  await page.keyboard.press('Control+e')
  await page.getByRole('dialog').getByRole('button', { name: 'Publish…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish “conversation-en”' })
  await dialog.getByRole('textbox', { name: 'File names begin with' }).fill('14')

  // Nobody chose one.
  await dialog.getByRole('button', { name: 'Save 5 files' }).click()
  await expect(dialog.getByText('No folder chosen')).toBeVisible()
  await dialogs.open([folder])
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(dialog.getByText(folder)).toBeVisible()
  await dialog.getByRole('button', { name: 'Save 5 files' }).click()
  await expect(page.getByText('5 files are in')).toBeVisible()
  expect((await readdir(folder)).toSorted()).toEqual(['14.html', '14.json', '14.srt', '14.txt', '14.vtt'])
  const captions = path.join(folder, '14.vtt')
  const written = await readFile(captions, 'utf8')
  expect(written).toContain('workshop')

  await writeFile(captions, 'mine')
  await dialog.getByRole('button', { name: 'Save 5 files' }).click()
  await expect(dialog.getByRole('alert')).toContainText('14.vtt')
  expect(await readFile(captions, 'utf8')).toBe('mine')
  await dialog.getByRole('button', { name: 'Replace 1 file' }).click()
  await expect(dialog.getByRole('alert')).toBeHidden()
  expect(await readFile(captions, 'utf8')).toBe(written)

  // A page cannot write to a folder that nobody chose.
  const answer = await page.evaluate(
    (elsewhere) =>
      (window as unknown as { readonly parolo: WindowBridge }).parolo.invoke('save-into', {
        folder: elsewhere,
        files: [{ fileName: 'a', bytes: new Uint8Array([1]) }],
        replace: true,
      }),
    home.folder,
  )
  expect(answer).toMatchObject({ kind: 'failed', error: { code: 'call.bad-input' } })
  expect(await readdir(home.folder)).not.toContain('a')
  expect(pageErrors).toEqual([])
})
