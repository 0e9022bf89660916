import { checkList } from './support/check-list.ts'
import { soundDock } from './support/sound-dock.ts'
import { storedTranscript, textsOf } from './support/stored-transcript.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

test('a second opinion on a paragraph in another language: the differences are heard and settled by keys, undo takes them back', async ({
  visit,
  dataFolder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const before = await studio.texts()
  await studio.toLine(studio.lines.nth(0))
  await page.keyboard.press('Alt+s')
  const dialog = page.getByRole('dialog', { name: 'Second opinion' })
  await expect(dialog.getByRole('button', { name: /This paragraph/u })).toBeVisible()
  await dialog.getByRole('button', { name: /Spoken language/u }).click()
  await page.getByRole('option', { name: 'French' }).click()
  await dialog.getByRole('button', { name: 'Get a second opinion' }).click()

  const { panel, open } = checkList(page)
  // Recognition with models is slow on a busy machine.
  await expect(open).toBeFocused({ timeout: 150_000 })
  // Tab plays and stops by itself; the focus stays.
  await soundDock(page).plays(() => page.keyboard.press('Tab'))
  await expect(open).toBeFocused()
  await expect(open).toHaveAccessibleName(/^Difference: /u)
  const first = await open.getAttribute('aria-label')
  expect(await studio.texts()).toEqual(before)

  await page.keyboard.press('Enter')
  await expect(open).not.toHaveAttribute('aria-label', first ?? '')
  await expect.poll(() => studio.texts()).not.toEqual(before)
  const accepted = await studio.texts()
  await expect(open).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(panel.getByText(/^2 of \d+ looked at$/u)).toBeVisible()
  expect(await studio.texts()).toEqual(accepted)

  await panel.getByRole('button', { name: /^Accept all/u }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(panel.getByText('All differences are settled.')).toBeVisible()
  await studio.saved()
  expect(textsOf(await storedTranscript(dataFolder, recording))[0]).not.toBe(accepted[0])
  await panel.getByRole('button', { name: 'Close' }).click()

  // One step each: all, the one that was kept, the one that was accepted.
  for (const text of [accepted, accepted, before]) {
    await studio.undo.click()
    await expect.poll(() => studio.texts()).toEqual(text)
  }
  await expect(studio.undo).toBeDisabled()
})
