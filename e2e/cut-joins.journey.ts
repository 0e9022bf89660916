import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample', engine: 'counting' })

test('the joins of a cut are checked from the menu of its bar, once', async ({ visit }) => {
  const page = await visit()
  const studio = await openText(page, 'conversation-en')
  await page.keyboard.press('Alt+k')
  await studio.toLine(studio.lines.nth(1))
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Delete')
  await expect(page.locator('[data-cut]')).toHaveCount(1)
  const check = async (): Promise<void> => {
    await page.getByRole('button', { name: 'More about the cut' }).click()
    await page.getByRole('menuitem', { name: 'Check the joins' }).click()
  }
  await check()
  await expect(page.getByRole('region', { name: 'List to check' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Joins of the cut' })).toHaveCount(0)
  await expect(async () => {
    await check()
    await expect(page.getByText('All joins have been checked.')).toBeVisible({ timeout: 1_000 })
  }).toPass()
})
