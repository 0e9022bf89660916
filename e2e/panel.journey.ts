import { expectAccessible } from './support/accessible.ts'
import { controlsOf } from './support/count-controls.ts'
import { picture } from './support/picture.ts'
import { boxOf } from './support/sound-dock.ts'
import { chooseMore, openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'
/** What the text view may show at most. */
const MOST_CONTROLS = 28

test('the text view is calm: few controls beside text and voices, keys and rare commands behind one button', async ({
  visit,
}) => {
  const page = await visit()
  await page.setViewportSize({ width: 1440, height: 900 })
  const studio = await openText(page, recording)
  await expect(page.getByRole('tabpanel', { name: 'Voices' }).getByRole('listitem')).toHaveCount(2)
  const controls = await controlsOf(page)
  expect(controls.length, controls.join('\n')).toBeLessThanOrEqual(MOST_CONTROLS)

  await test.step('the focus returns from the menu and from what it opens', async () => {
    const more = page.getByRole('banner').getByRole('button', { name: 'More' })
    await more.press('Enter')
    await page.keyboard.press('Escape')
    await expect(more).toBeFocused()
    await chooseMore(page, 'Keyboard shortcuts')
    await page.keyboard.press('Escape')
    await expect(more).toBeFocused()
    await chooseMore(page, 'Go to a time')
    await page.keyboard.press('Escape')
    await expect(more).toBeFocused()
  })

  await test.step('the plain reading view has the focus, and gives it back', async () => {
    await chooseMore(page, 'Reading view')
    await expect(page.getByRole('heading', { name: /^Page 1 of/u })).toBeFocused()
    await page.getByRole('button', { name: 'Back to editing' }).press('Enter')
    await expect(studio.transcript).toBeFocused()
  })

  await test.step('a voice’s name, its samples and its dialogs give the focus back', async () => {
    const panel = page.getByRole('tabpanel', { name: 'Voices' })
    const name = panel.getByRole('button', { name: 'Speaker 2', exact: true })
    await name.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(name).toBeFocused()
    await name.press('Enter')
    await page.getByRole('button', { name: 'Merge…' }).press('Enter')
    await expect(page.getByRole('dialog', { name: 'Are these the same person?' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(name).toBeFocused()
    const again = panel.getByRole('button', { name: 'Find voices again…' })
    await again.press('Enter')
    await page.keyboard.press('Escape')
    await expect(again).toBeFocused()
    await panel.getByRole('button', { name: 'Speaking time' }).press('Enter')
    await expect(page.getByRole('table', { name: 'Speaking time as a table' })).toBeVisible()
  })
})

test('the focus returns to where it was after every dialog, popover and command of the text view', async ({
  visit,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)

  await test.step('to the text, from what a key opens there', async () => {
    const layers = [
      ['Control+i', page.getByRole('dialog')],
      ['Control+k', page.getByRole('dialog')],
      ['Control+e', page.getByRole('dialog')],
      ['Alt+s', page.getByRole('dialog')],
      ['Control+f', page.getByRole('search')],
      ['Control+h', page.getByRole('search')],
      ['Alt+d', page.getByRole('region', { name: 'Note' })],
      ['Alt+n', page.getByRole('region', { name: 'Note' })],
      ['Alt+m', page.getByRole('textbox', { name: /^Comment on/u })],
    ] as const
    for (const [key, layer] of layers) {
      await studio.toLine(studio.lines.nth(1))
      await page.keyboard.press(key)
      await expect(layer.first(), key).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(layer, key).toHaveCount(0)
      await expect(studio.transcript, key).toBeFocused()
    }
  })

  await test.step('to the button that opened it', async () => {
    await page.getByRole('tab', { name: 'Notes' }).click()
    for (const name of [/^More$/u, /^Export$/u, /^Speed/u, /^Volume$/u, /^Chapters$/u, /Notes shown$/u]) {
      const button = page.getByRole('button', { name })
      await button.press('Enter')
      await expect(page.locator('[role=menu], [role=dialog], [role=listbox]').first()).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(button, String(name)).toBeFocused()
    }
  })

  await test.step('to the row of a note and the heading of a chapter', async () => {
    await studio.toLine(studio.lines.nth(1))
    await page.keyboard.press('Alt+d')
    await page.keyboard.type('Decided')
    await page.keyboard.press('Enter')
    await expect(studio.transcript).toBeFocused()
    const row = page.getByRole('button', { name: /^Decision Decided/u })
    for (const key of ['Escape', 'Enter']) {
      await row.press('Enter')
      await expect(page.getByRole('textbox', { name: 'What was decided' })).toBeFocused()
      await page.keyboard.press(key)
      await expect(row).toBeFocused()
    }
  })
})

for (const [locale, names] of [
  ['en-GB', ['Voices', 'Check', 'Notes', 'Details']],
  ['fr-FR', ['Voix', 'Vérifier', 'Notes', 'Détails']],
] as const) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })
    test('the panel has four tabs in words at every width, spread over it', async ({ visit }) => {
      const page = await visit()
      await page.getByRole('link', { name: recording, exact: true }).click()
      const tabs = page.getByRole('tab')
      const list = page.getByRole('tablist')
      for (const [width, height] of [
        [1440, 900],
        [1280, 800],
        [1000, 700],
        [800, 600],
      ] as const) {
        await page.setViewportSize({ width, height })
        if (width <= 900) await page.getByRole('button', { name: /^(?:Panel|Volet)$/u }).click()
        await expect(tabs).toHaveText(names.map((name) => new RegExp(`^${name}`, 'u')))
        await expect(tabs.locator('svg')).toHaveCount(0)
        const hidden = await list.evaluate((element) => element.scrollWidth - element.clientWidth)
        expect(hidden, `${width} px: nothing to scroll`).toBeLessThanOrEqual(0)
        const [panel, first, last] = [
          await boxOf(page.getByRole('complementary')),
          await boxOf(tabs.first()),
          await boxOf(tabs.last()),
        ]
        const margin = first.x - panel.x
        expect(margin).toBeGreaterThan(8)
        expect(Math.abs(panel.x + panel.width - last.x - last.width - margin)).toBeLessThan(2)
        for (const name of names) {
          await page.getByRole('tab', { name: new RegExp(`^${name}`, 'u') }).click()
          await picture(page, `u-panel-${locale}-${width}-${name}`)
        }
        await expectAccessible(page)
      }
    })
  })
}

test.describe('with many voices', () => {
  test.use({ library: 'hour' })
  test('the voices scroll, what is done with them stays in view', async ({ visit }) => {
    const page = await visit()
    await page.setViewportSize({ width: 1280, height: 700 })
    await openText(page, 'An hour')
    const panel = page.getByRole('tabpanel', { name: 'Voices' })
    const rows = panel.getByRole('listitem')
    await expect(rows).toHaveCount(8)
    await expect(rows.last()).not.toBeInViewport()
    const again = panel.getByRole('button', { name: 'Find voices again…' })
    await expect(again).toBeInViewport()
    const { y } = await boxOf(again)
    await rows.last().getByRole('button').first().focus()
    await expect(rows.last()).toBeInViewport()
    expect((await boxOf(again)).y).toBe(y)
    await picture(page, 'u-panel-many')
  })
})
