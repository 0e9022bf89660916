import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expectAccessible } from './support/accessible.ts'
import { checkList } from './support/check-list.ts'
import { exportAs } from './support/exported-files.ts'
import { parolo } from './support/libraries.ts'
import { chooseMore, openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

test('a Word document that was corrected elsewhere comes back: each change by keys, the others at once, undo takes them back', async ({
  visit,
  folder,
}) => {
  const page = await visit()
  const studio = await openText(page, 'conversation-en')
  const before = await studio.texts()
  const { bytes } = await exportAs(page, 'Word (DOCX)')
  const words = await changeWords(bytes, before, path.join(folder, 'talk.docx'))

  const opens = page.waitForEvent('filechooser')
  await chooseMore(page, 'Corrected document…')
  await (await opens).setFiles([path.join(folder, 'talk.docx')])
  await expect(page.getByText('3 corrections in talk.docx, now in the list to check.')).toBeVisible()
  const { panel, open } = checkList(page)
  const bar = panel.getByRole('region', { name: /^Corrections (?:by|in) / })
  await expect(bar.getByText('3 left')).toBeVisible()
  await open.click()
  await open.focus()
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await studio.texts()).join(' ')).toContain(`${words[0]}ed`)
  const one = await studio.texts()

  await bar.getByRole('button', { name: 'Accept all 2' }).click()
  await expect(bar).toBeHidden()
  const after = (await studio.texts()).join(' ')
  for (const word of words) expect(after).toContain(`${word}ed`)
  await studio.saved()
  for (const text of [one, before]) {
    await studio.undo.click()
    await expect.poll(() => studio.texts()).toEqual(text)
  }
  // Undone, they are listed again.
  await expect(bar.getByText('3 left')).toBeVisible()
})

test.describe('in French', () => {
  test.use({ locale: 'fr-FR' })
  test('a corrected Word document comes back', async ({ visit, folder, dataFolder }) => {
    await parolo(dataFolder, ['export', 'conversation-en', '--format', 'docx', '--out', folder])
    const [name = ''] = (await readdir(folder)).filter((each) => each.endsWith('.docx'))
    const page = await visit()
    const studio = await openText(page, 'conversation-en')
    const before = await studio.texts()
    const file = path.join(folder, 'discussion.docx')
    const words = await changeWords(await readFile(path.join(folder, name)), before, file)
    const opens = page.waitForEvent('filechooser')
    await chooseMore(page, 'Document corrigé…')
    await (await opens).setFiles([file])
    await expect(
      page.getByText('3 corrections dans discussion.docx, maintenant dans la liste à vérifier.'),
    ).toBeVisible()
    const bar = page.getByRole('region', { name: 'Corrections dans discussion.docx' })
    await expect(bar.getByText('3 restantes')).toBeVisible()
    await bar.getByRole('button', { name: 'Tout accepter (3)' }).focus()
    await expect(page.getByRole('tooltip')).toBeHidden()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await expect(bar).toBeHidden()
    for (const word of words) expect((await studio.texts()).join(' ')).toContain(`${word}ed`)
    await page
      .getByRole('banner')
      .getByRole('button', { name: /^Annuler/u })
      .click()
    await expect.poll(() => studio.texts()).toEqual(before)
  })
})

/** Writes the document with three words changed that it has once; returns the words. */
async function changeWords(bytes: Uint8Array, texts: readonly string[], file: string): Promise<string[]> {
  const files = unzipSync(bytes)
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  const words = texts
    .join(' ')
    .split(' ')
    .filter((word) => /^[a-z]{6,}$/u.test(word) && xml.split(word).length === 2)
    .slice(0, 3)
  expect(words).toHaveLength(3)
  const corrected = words.reduce((text, word) => text.replace(word, `${word}ed`), xml)
  await writeFile(file, zipSync({ ...files, 'word/document.xml': strToU8(corrected) }))
  return words
}
