import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pickFiles } from './support/give-files.ts'
import { chooseInMenu } from './support/library-page.ts'
import { picture } from './support/picture.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'
const ADDED = 'We had lunch by the river, and nobody said a word about it.'

test('a script is aligned from the menu: what was not spoken and what it lacks are listed and put right', async ({
  visit,
  folder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const said = await studio.texts()
  const [first = '', missing = '', ...others] = said
  const script = path.join(folder, 'script.txt')
  await writeFile(script, [first, ADDED, ...others].join('\n\n'))
  await page.getByRole('link', { name: 'Recordings' }).click()
  await chooseInMenu(page, recording, 'More', 'Align a text…')
  const dialog = page.getByRole('dialog', { name: 'Align a text' })
  await expect(dialog).toContainText('The current transcript stays as it is')
  await pickFiles(page, dialog, 'Choose a file…', [script])

  await openText(page, recording)
  const offer = page.getByText('“script.txt” was aligned with the speech')
  await expect(offer).toBeVisible()
  expect(await studio.texts()).toEqual(said)
  await page.getByRole('button', { name: 'Use this text' }).click()
  await expect(offer).toBeHidden()
  const panel = page.getByRole('tabpanel', { name: /^Check/u })
  await expect(panel.getByText('“script.txt” compared with the speech')).toBeVisible()
  const unspoken = panel.getByRole('list', { name: /^Not spoken/u })
  const unwritten = panel.getByRole('list', { name: /^Spoken, but not in the text/u })
  await expect(unspoken.getByRole('listitem')).toHaveCount(1)
  await expect(unspoken).toContainText(ADDED)
  await expect(unwritten.getByRole('listitem').first()).toContainText(
    missing.split(' ').slice(0, 3).join(' '),
  )
  await picture(page, 'aligned-text')

  // A click selects the unspoken text, which is then deleted.
  await unspoken.getByText(ADDED).click()
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe(ADDED)
  await unspoken.getByRole('button', { name: /^Delete/u }).click()
  await expect(unspoken).toBeHidden()
  // Missing speech is inserted where it was said.
  while (await unwritten.isVisible())
    await unwritten
      .getByRole('button', { name: /^Insert/u })
      .first()
      .click()
  await expect(panel.getByText('The text has all that was said, and all of it was said.')).toBeVisible()
  const words = (texts: readonly string[]): string[] =>
    texts
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}’']+/gu) ?? []
  await expect.poll(async () => words(await studio.texts())).toEqual(words(said))

  await studio.undoAll()
  await expect(unspoken).toContainText(ADDED)
})
