import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { picture } from './support/picture.ts'
import { studioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample', locale: 'fr-FR' })

/** Where each control of the bar is, at widths of the window at which it has or lacks room. */
async function placesOf(page: Page, bar: Locator): Promise<Record<number, Record<string, string>>> {
  const places: Record<number, Record<string, string>> = {}
  for (const width of [1280, 1100, 1024, 800]) {
    await page.setViewportSize({ width, height: 800 })
    places[width] = await bar.evaluate((element) => {
      const controls = [...element.querySelectorAll('button, label')].filter((each) => each.checkVisibility())
      const boxes = controls.map((each) => each.getBoundingClientRect())
      const middles = boxes.map(({ top, bottom }) => (top + bottom) / 2)
      const ends = Math.max(...boxes.map(({ right }) => right)) - element.getBoundingClientRect().right
      return {
        rows: Math.max(...middles) - Math.min(...middles) <= 1 ? 'one' : 'several',
        end: ends <= 0 ? 'inside' : 'cut off',
        ...Object.fromEntries(
          controls.map((each, at) => [
            each.ariaLabel ?? each.textContent.replace(/\d+/u, ''),
            `${boxes[at]?.left} ${boxes[at]?.width}`,
          ]),
        ),
      }
    })
    expect(places[width]).toMatchObject({ rows: 'one', end: 'inside' })
    await picture(page, `v-cut-bar-${width}`)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  return places
}

test('by keys alone, in French: hesitations and pauses are cut, one is restored, all is undone', async ({
  visit,
}) => {
  const page = await visit()
  await page.getByRole('link', { name: 'conversation-en', exact: true }).press('Enter')
  const studio = studioPage(page, 'Transcription')
  await expect(studio.lines.first()).toHaveText(/\w/u)
  const bar = page.getByRole('region', { name: 'Coupe du son' })
  const panel = page.getByRole('dialog')
  const open = async (kind: RegExp): Promise<void> => {
    await bar.getByRole('button', { name: 'Suggestions' }).press('Enter')
    await page.getByRole('menuitem', { name: kind }).press('Enter')
    await expect(page.getByRole('menu')).toBeHidden()
    await expect(panel).toBeVisible()
  }
  let places: Awaited<ReturnType<typeof placesOf>> = {}
  const struck = page.locator('.parolo-cut')

  await test.step('two hesitations are written, then the mode is Cut', async () => {
    await studio.focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('Um, ')
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Uh, yes.')
    await expect(page.getByRole('banner').getByRole('status')).toHaveText('Modifications enregistrées')
    await page.keyboard.press('Alt+k')
    await expect(bar.getByRole('radio', { name: 'Coupe' })).toBeChecked()
    places = await placesOf(page, bar)
  })

  await test.step('hesitations are cut together, and one is restored', async () => {
    await open(/^Hésitations\s*2$/u)
    await panel.getByRole('button', { name: 'Tout couper (2)' }).press('Enter')
    await expect(struck).toHaveCount(2)
    await expect(panel).toContainText('2 endroits, 2 coupés')
    await panel.getByRole('checkbox').last().press('Space')
    await expect(struck).toHaveCount(1)
    await picture(page, 'v-cut-fillers')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
  })

  await test.step('pauses are shortened by other limits', async () => {
    await open(/^Longues pauses/u)
    const longer = panel.getByRole('textbox', { name: 'Pauses de plus de' })
    await longer.fill('0,3')
    await longer.press('Tab')
    await expect(longer).toHaveValue('0,3')
    await panel.getByRole('button', { name: /^Raccourcir \d+ pauses?$/u }).press('Enter')
    await expect(panel).toContainText(/(\d+) endroits?, \1 coupés?/u)
    await picture(page, 'v-cut-pauses')
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(bar).toContainText('conservées')
    expect(await placesOf(page, bar)).toEqual(places)
  })

  await test.step('each pause is a button between words, which restores it and shortens it again', async () => {
    const pauses = page.locator('.parolo-pause')
    await expect(pauses.first()).toHaveAccessibleName(
      /^Pause de [\d,]+\ss, dont [\d,]+\ss de coupés\s: rétablir$/u,
    )
    await picture(page, 'v-cut-pause-chips')
    await expectAccessible(page)
    await pauses.first().click()
    await expect(pauses.first()).toHaveAttribute('aria-pressed', 'false')
    await pauses.first().click()
    await expect(pauses.first()).toHaveAttribute('aria-pressed', 'true')
    await studio.focus()
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect(pauses.first()).toHaveAttribute('aria-pressed', 'true')
  })

  await test.step('undo takes back one step after the other', async () => {
    const count = bar.getByText(/coupe/u)
    const cuts = await count.innerText()
    await studio.focus()
    await page.keyboard.press('Control+z')
    await expect(count).not.toHaveText(cuts)
    await expect(struck).toHaveCount(1)
    await page.keyboard.press('Control+z')
    await expect(struck).toHaveCount(2)
    await page.keyboard.press('Control+z')
    await expect(struck).toHaveCount(0)
    await expect(bar).toContainText('aucune coupe')
    await page.keyboard.press('Control+y')
    await expect(struck).toHaveCount(2)
  })
})
