import type { Page } from '@playwright/test'
import { walkByTab } from './support/focus-stops.ts'
import { studioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

/** Presses Tab until the control with this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const active = document.activeElement
      return active?.ariaLabel ?? active?.textContent ?? ''
    })
    if (name.test(focused.trim())) return
  }
  throw new Error(`Tab does not reach ${name}`)
}

async function expectShown(page: Page, screen: string, most?: number): Promise<void> {
  await test.step(`stops of ${screen}`, async () => {
    const stops = await walkByTab(page, most)
    expect(stops.length).toBeGreaterThan(2)
    expect(stops.filter(({ isShown }) => !isShown).map(({ name }) => name)).toEqual([])
  })
}

test('from the first start to a saved file by the keyboard alone, every stop of the focus visible', async ({
  visit,
}) => {
  const page = await visit()
  const studio = studioPage(page)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectShown(page, 'first start')
  await page.reload()
  await tabTo(page, /^Open the sample/u)
  await page.keyboard.press('Enter')
  await expect(studio.lines.first()).toContainText(/\w+ \w+/u, { timeout: 150_000 })
  await expect(page.getByRole('main').getByRole('button', { name: 'Stop' })).toBeHidden({ timeout: 150_000 })
  await expectShown(page, 'text')
  for (const [keys, view] of [
    ['Control+2', 'captions'],
    ['Control+3', 'speaking time'],
  ] as const) {
    await page.keyboard.press(keys)
    await page.waitForTimeout(500)
    await expectShown(page, view)
  }
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+e')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectShown(page, 'export')
  const saved = page.waitForEvent('download')
  await tabTo(page, /^Save/u)
  await page.keyboard.press('Enter')
  expect((await saved).suggestedFilename()).toMatch(/\.docx$/u)
  await expect(page.getByRole('dialog')).toBeHidden()
  const home = page.url().replace(/#.*$/u, '')
  await page.goto(`${home}#/`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectShown(page, 'library')
  // After these, each key has the same two buttons.
  await page.goto(`${home}#/settings`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectShown(page, 'settings', 45)
})
