import type { Locator } from '@playwright/test'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const style = (locator: Locator, property: string): Promise<string> =>
  locator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)

test('in the system’s high contrast, what is selected, ticked, pressed or disabled is seen', async ({
  visit,
}) => {
  const page = await visit()
  await page.emulateMedia({ forcedColors: 'active' })
  await openText(page, 'conversation-en')
  const differ = async (one: Locator, other: Locator, property: string): Promise<void> =>
    expect(await style(one, property)).not.toBe(await style(other, property))

  // Tabs and views.
  const panel = page.getByRole('tablist', { name: 'Panel' })
  await differ(panel.getByRole('tab').first(), panel.getByRole('tab').last(), 'background-color')
  const views = page.getByRole('navigation', { name: 'View' }).getByRole('button')
  await differ(views.first(), views.last(), 'background-color')
  // Disabled, pressed, and the edges of what can be pressed.
  const undo = page.getByRole('banner').getByRole('button', { name: /^Undo/u })
  const find = page.getByRole('banner').getByRole('button', { name: 'Find and replace' })
  await expect(undo).toBeDisabled()
  await differ(undo, find, 'color')
  const follow = page.getByRole('button', { name: 'Follow' })
  await differ(follow, page.getByRole('button', { name: 'Volume' }), 'background-color')
  expect(await style(page.getByRole('button', { name: 'Export' }), 'border-top-width')).not.toBe('0px')

  await test.step('export: ticks are those of what is ticked', async () => {
    await page.keyboard.press('Control+e')
    const formats = page.getByRole('tree', { name: 'Formats' }).getByRole('treeitem', { level: 2 })
    await expect(formats.first()).toHaveAttribute('aria-checked', 'true')
    await expect(formats.first().locator('svg').first()).toHaveCSS('visibility', 'visible')
    await expect(formats.last().locator('svg').first()).toHaveCSS('visibility', 'hidden')
    await differ(formats.first(), formats.last(), 'background-color')
    const tickOf = (name: string): Locator =>
      page.locator('label').filter({ hasText: name }).locator('svg').first()
    await expect(tickOf('Times')).toHaveCSS('visibility', 'visible')
    await expect(tickOf('Cover page')).toHaveCSS('visibility', 'hidden')
    const field = page.getByRole('textbox', { name: 'File name' }).locator('..')
    expect(await style(field, 'border-top-width')).not.toBe('0px')
    await page.keyboard.press('Escape')
  })

  await test.step('settings: choices and the section that is read', async () => {
    await page.evaluate(() => {
      window.location.hash = '#/settings/look'
    })
    const choices = page.getByRole('radiogroup', { name: 'Theme' }).locator('label')
    await differ(choices.first(), choices.last(), 'background-color')
    const sections = page.getByRole('navigation')
    await differ(
      sections.first().locator('a[aria-current]').first(),
      sections.first().locator('a:not([aria-current])').first(),
      'background-color',
    )
  })
})
