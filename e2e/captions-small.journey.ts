import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { picture } from './support/picture.ts'
import { moreForCaptions, rulesButton, text } from './support/reach-screen.ts'
import { boxOf } from './support/sound-dock.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample', viewport: { width: 800, height: 600 } })

const listName = /^(?:Captions|Sous-titres)$/u
const region = (page: Page) => page.getByRole('region', { name: listName })
const list = (page: Page) => page.getByRole('list', { name: listName })

/** How many captions are seen whole. */
const wholeCaptions = (page: Page): Promise<number> =>
  list(page).evaluate((element) => {
    const seen = element.parentElement?.getBoundingClientRect() ?? new DOMRect()
    const rows = [...element.children].map((row) => row.getBoundingClientRect())
    return rows.filter(({ top, bottom }) => top >= seen.top - 0.5 && bottom <= seen.bottom + 0.5).length
  })

/** Middles of the tools above the list, and how far the last one is from its right edge. */
const tools = (page: Page): Promise<{ middles: number[]; left: number }> =>
  region(page).evaluate((element) => {
    const all = [...element.querySelectorAll('button, label')].filter((each) => each.closest('ol') === null)
    const boxes = all.map((each) => each.getBoundingClientRect())
    return {
      middles: boxes.map(({ top, bottom }) => Math.round((top + bottom) / 2)),
      left: element.getBoundingClientRect().right - Math.max(...boxes.map(({ right }) => right)),
    }
  })

async function openCaptions(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'conversation-en', exact: true }).click()
  await text(page)
  await page.keyboard.press('Control+2')
  // For slower readers some captions are too fast.
  await rulesButton(page).click()
  await page.getByRole('dialog').getByRole('textbox').nth(2).fill('14')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button').filter({ hasText: /^(?:Next|Suivant) ?F8$/u })).toBeVisible()
}

for (const [locale, colorScheme, side, off] of [
  ['en-GB', 'light', 'Picture at the side', 'Picture off'],
  ['fr-FR', 'dark', 'Image à côté', 'Sans image'],
] as const) {
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme })
    test('captions come first in a small window: one row of tools, four of them and more, the picture small or off', async ({
      visit,
    }) => {
      const page = await visit()
      await openCaptions(page)
      const aside = page.getByRole('complementary', {
        name: /^(?:Caption and picture|Sous-titre et image)$/u,
      })

      await test.step('one row of tools, and at least four captions', async () => {
        const { middles, left } = await tools(page)
        expect(middles.length).toBe(5)
        expect(Math.max(...middles) - Math.min(...middles)).toBeLessThanOrEqual(1)
        expect(left, 'nothing is cut off').toBeGreaterThan(0)
        await expect.poll(() => wholeCaptions(page)).toBeGreaterThanOrEqual(4)
        expect((await boxOf(aside)).width).toBeLessThanOrEqual(248)
        await picture(page, `z-captions-small-${locale}`)
        await expectAccessible(page)
      })

      await test.step('by keys, one speaker and everyone again', async () => {
        const all = await list(page).locator('[data-cue]').count()
        await moreForCaptions(page).press('Enter')
        const everyone = page.getByRole('menuitem', { name: /^(?:Speaker|Voix)/u })
        await expect(page.getByRole('menuitemradio').first()).toBeFocused()
        for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowDown')
        await expect(everyone).toBeFocused()
        await picture(page, `z-captions-menu-${locale}`)
        await expectAccessible(page)
        await page.keyboard.press('ArrowRight')
        await expect(page.getByRole('menuitemradio', { checked: true }).last()).toBeFocused()
        await page.keyboard.press('End')
        await page.keyboard.press('Enter')
        await expect.poll(() => list(page).locator('[data-cue]').count()).toBeLessThan(all)
        await expect(moreForCaptions(page)).toBeFocused()
        await page.keyboard.press('Enter')
        await everyone.click()
        await page.getByRole('menuitemradio', { name: /^(?:Everyone|Tout le monde)$/u }).click()
        await expect.poll(() => list(page).locator('[data-cue]').count()).toBe(all)
      })

      await test.step('the picture is off, also after a reload, and the open caption has its times and fixes', async () => {
        await moreForCaptions(page).click()
        await page.getByRole('menuitemradio', { name: off }).click()
        await expect(aside).toBeHidden()
        await page.reload()
        await text(page)
        await page.keyboard.press('Control+2')
        await expect(list(page).locator('[data-cue]').first()).toBeVisible()
        await expect(aside).toBeHidden()
        await page.keyboard.press('F8')
        const field = list(page).getByRole('textbox').first()
        await expect(field).toBeFocused()
        const row = list(page)
          .getByRole('listitem')
          .filter({ has: page.locator('textarea') })
        await picture(page, `z-captions-off-${locale}`)
        await expect.poll(() => wholeCaptions(page)).toBeGreaterThanOrEqual(4)
        await row.getByRole('button', { name: /^(?:Edit this caption|Modifier ce sous-titre)$/u }).click()
        await expect(row.getByRole('toolbar')).toBeVisible()
        await expect(field).toBeFocused()
        await page.keyboard.press('F9')
        const fixes = row.getByRole('region')
        await expect(fixes.getByRole('listitem')).toBeFocused()
        await expect(fixes.getByRole('listitem')).toBeInViewport()
        await picture(page, `z-captions-off-fixes-${locale}`)
        await expectAccessible(page)
        await moreForCaptions(page).click()
        await page.getByRole('menuitemradio', { name: side }).click()
        await expect(aside).toBeVisible()
      })
    })
  })
}
