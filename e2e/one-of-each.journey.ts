import type { Page } from '@playwright/test'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

/** Where undo and redo are, in px from the left. */
const historyPlace = (page: Page) =>
  page
    .getByRole('banner')
    .getByRole('button', { name: /^(?:Undo|Redo)/u })
    .evaluateAll((all) => all.map((button) => Math.round(button.getBoundingClientRect().left)))

test('undo and redo are at the same place in all views, at any width', async ({ visit }) => {
  const page = await visit()
  await openText(page, 'conversation-en')
  for (const width of [1440, 1000, 800]) {
    await page.setViewportSize({ width, height: 800 })
    await page.keyboard.press('Control+1')
    await expect(page.getByRole('button', { name: 'Find and replace' })).toBeVisible()
    const place = await historyPlace(page)
    expect(place).toHaveLength(2)
    await page.keyboard.press('Control+2')
    await expect(page.getByRole('list', { name: 'Captions' })).toBeVisible()
    expect(await historyPlace(page)).toEqual(place)
    await page.keyboard.press('Control+3')
    await expect(page.getByRole('row').first()).toBeVisible()
    expect(await historyPlace(page)).toEqual(place)
  }
})

test('the headings of pages have one style', async ({ visit }) => {
  const page = await visit()
  for (const [address, name] of [
    ['#/', 'Recordings'],
    ['#/podcasts', 'Podcasts'],
    ['#/settings/look', 'Settings'],
    ['#/storage', 'What takes up storage'],
    ['#/network', 'Network'],
    ['#/record', 'New recording'],
  ] as const) {
    await page.evaluate((hash) => {
      window.location.hash = hash
    }, address)
    const heading = page.getByRole('heading', { level: 1, name, exact: true })
    await expect(heading).toHaveCSS('font-size', '30px')
    await expect(heading).toHaveCSS('line-height', '36px')
    await expect(heading).toHaveCSS('letter-spacing', '-0.3px')
  }
})
