import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { checkList } from './support/check-list.ts'
import { pickFiles } from './support/give-files.ts'
import { chooseInMenu } from './support/library-page.ts'
import { picture } from './support/picture.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'
const ADDED = 'We had lunch by the river, and nobody said a word about it.'

test('a script is aligned from the menu: what was not spoken and what it lacks are in the list to check and put right', async ({
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
  const { panel, open } = checkList(page)
  const reasons = panel.getByRole('button', { name: /^Reasons: / })
  // After a change the text is searched again, and reasons come into the menu as they are found.
  const only = (reason: string): Promise<void> =>
    expect(async () => {
      await reasons.click()
      await expect(page.getByRole('menuitemcheckbox', { name: reason })).toBeVisible()
      const ticked = await page.getByRole('menuitemcheckbox', { checked: true }).allInnerTexts()
      for (const name of ticked.map((text) => text.split(/\d/u)[0]?.trim() ?? ''))
        if (name !== reason) await page.getByRole('menuitemcheckbox', { name }).click()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu')).toBeHidden()
      await expect(reasons).toHaveAccessibleName(new RegExp(`^Reasons: ${reason}`, 'u'), { timeout: 1_000 })
    }).toPass()
  await reasons.click()
  await expect(page.getByRole('menuitemcheckbox', { name: /^In the text, not spoken ?1$/u })).toBeVisible()
  await expect(page.getByRole('menuitemcheckbox', { name: /^Spoken, not in the text/u })).toBeVisible()
  // Speech without words is known only once the sound was measured: a reason that comes later would be listed too.
  await expect(page.getByRole('menuitemcheckbox', { name: /^Unsure words/u })).toBeVisible()
  await page.keyboard.press('Escape')

  // What was not spoken: opened, its words are selected in the text; Enter removes them.
  await only('In the text, not spoken')
  await expect(open).toContainText(ADDED)
  await picture(page, 'aligned-text')
  await page.keyboard.press('F8')
  await expect(open).toBeFocused()
  await expect(open.getByRole('button', { name: /^Remove “We had lunch/u })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(panel.getByText('Nothing is left for the chosen reasons.')).toBeVisible()
  await panel.getByRole('button', { name: 'Show the whole list' }).click()

  // Missing speech is inserted where it was said.
  await only('Spoken, not in the text')
  await expect(open).toContainText(missing.split(' ').slice(0, 3).join(' '))
  await page.keyboard.press('F8')
  await expect(open).toBeFocused()
  const done = panel.getByText('Nothing is left for the chosen reasons.')
  for (let presses = 0; presses < 10 && !(await done.isVisible()); presses++) {
    const label = await open.getAttribute('aria-label')
    await page.keyboard.press('Enter')
    await expect(open.and(page.locator(`[aria-label="${label}"]`))).toHaveCount(0)
  }
  await expect(done).toBeVisible()
  const words = (texts: readonly string[]): string[] =>
    texts
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}’']+/gu) ?? []
  await expect.poll(async () => words(await studio.texts())).toEqual(words(said))

  await panel.getByRole('button', { name: 'Show the whole list' }).click()
  await expect(panel.getByText('No likely errors left.')).toBeVisible()
  await studio.undoAll()
  await only('In the text, not spoken')
  await expect(open).toContainText(ADDED)
})
