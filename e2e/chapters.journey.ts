import { expectAccessible } from './support/accessible.ts'
import { parolo } from './support/libraries.ts'
import { picture } from './support/picture.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

test('chapters are added where the sound is, named, moved, deleted and put back, and published', async ({
  visit,
  dataFolder,
  folder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  await page.getByRole('tab', { name: /^Moments/u }).click()
  const chapters = page.getByRole('region', { name: 'Chapters' })
  await expect(chapters.getByText('No chapters.')).toBeVisible()
  await chapters.getByRole('button', { name: 'Chapter here' }).click()
  const first = chapters.getByRole('textbox', { name: /^Title of chapter 1/u })
  await first.fill('Hello')
  await page.keyboard.press('Enter')

  await studio.clickWord(studio.lines.nth(3), (await studio.texts())[3]?.split(' ')[0] ?? '')
  await chapters.getByRole('button', { name: 'Chapter here' }).click()
  const second = chapters.getByRole('textbox', { name: /^Title of chapter 2/u })
  await second.fill('Glue')
  // Leaving the field saves it too.
  await first.click()
  await expect(page.locator('[aria-hidden] b', { hasText: '1. Hello' })).toBeVisible()
  await picture(page, 't-chapters')
  await expectAccessible(page)

  await chapters.getByRole('button', { name: 'Delete chapter 2' }).click()
  await expect(second).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(second).toHaveValue('Glue')
  await chapters.getByRole('button', { name: 'Suggest', exact: true }).click()
  await expect(chapters.getByText('There is no pause that is long enough')).toBeVisible()

  // They are of the recording: kept over a reload, and published with it.
  await page.reload()
  await page.getByRole('tab', { name: /^Moments/u }).click()
  await expect(second).toHaveValue('Glue')
  const lines = await parolo(dataFolder, ['publish', recording, '--out', folder, '--name', '1'])
  expect(lines).toContain('<podcast:chapters url="…/1.chapters.json"')
})
