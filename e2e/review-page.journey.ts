import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expectAccessible } from './support/accessible.ts'
import { checkList } from './support/check-list.ts'
import { downloadedBy } from './support/exported-files.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

test('a review page is answered from a file, in either language, and its answer is accepted here', async ({
  visit,
  folder,
  playwright,
  launchOptions,
}) => {
  const studio = await visit()
  await openText(studio, 'conversation-en')
  await studio.keyboard.press('Control+e')
  await studio.getByRole('button', { name: 'Review page…' }).click()
  const dialog = studio.getByRole('dialog', { name: /^Review page/u })
  await dialog.getByRole('textbox', { name: 'For whom' }).fill('Zoé')
  await expect(dialog.getByRole('radio', { name: /^All of it: 0:47, a page of \d+\skB$/u })).toBeChecked()
  // Below the sizes, which move it when they arrive.
  await dialog.getByRole('radio', { name: 'Français' }).click({ force: true })
  await expect(dialog.getByRole('radio', { name: 'Français' })).toBeChecked()
  const { name, bytes } = await downloadedBy(studio, () =>
    dialog.getByRole('button', { name: 'Make the page' }).click(),
  )
  expect(name).toBe('conversation-en - Zoé.html')
  const file = path.join(folder, name)
  await writeFile(file, bytes)

  // A profile on disk, as people have: a private window may forget its storage when a page is loaded again.
  const browser = await playwright.chromium.launchPersistentContext(path.join(folder, 'profile'), {
    ...launchOptions,
    locale: 'en-GB',
  })
  const page = await browser.newPage()
  await page.setViewportSize({ width: 375, height: 720 })
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(pathToFileURL(file).href)
  await expect(page.locator('#kept')).toHaveText('Ce que vous écrivez est conservé dans ce navigateur.')
  await page.getByRole('combobox', { name: 'Langue de cette page' }).selectOption('en')
  const first = page.locator('[data-p="0"]')
  await first.locator('.at').click()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect(first).toHaveClass(/now/u)
  const text = (await first.locator('p').textContent()) ?? ''
  await first.getByRole('button', { name: 'Correct 0:00' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Corrected.')
  await expect(first.getByRole('textbox', { name: 'Text' })).toHaveValue(`${text} Corrected.`)
  await page.getByRole('textbox', { name: 'Comment' }).fill('That was me.')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page
    .getByRole('textbox', { name: /^Name of/u })
    .first()
    .fill('Rosa')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)

  // What was typed is there after the page was closed.
  await page.reload()
  await expect(first.locator('p').first()).toHaveText(`${text} Corrected.`)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Send back' }).click()
  await expectAccessible(page)
  const answer = await downloadedBy(page, () => page.getByRole('button', { name: 'Save the answer' }).click())
  expect(answer.name).toBe('conversation-en - Zoé.parolo-review.json')
  expect(requests.filter((url) => !/^(?:file|blob):/u.test(url))).toEqual([])
  await browser.close()

  await studio.keyboard.press('Control+e')
  await studio.getByRole('button', { name: 'Review page…' }).click()
  const answered = { name: answer.name, mimeType: 'application/json', buffer: answer.bytes }
  await dialog.locator('input[type=file]').setInputFiles(answered)
  await expect(studio.getByText(`3 corrections in ${answer.name}`)).toBeVisible()
  const { tab, panel } = checkList(studio)
  await tab.click()
  await panel
    .getByRole('region', { name: 'Corrections by Zoé' })
    .getByRole('button', { name: /^Accept all/u })
    .click()
  await studio.getByRole('alertdialog').getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(studio.locator('.cm-content')).toContainText('Corrected.')
  await expect(panel.getByRole('region', { name: 'Corrections by Zoé' })).toHaveCount(0)
})
