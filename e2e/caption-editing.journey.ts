import type { Page } from '@playwright/test'
import { exportAs } from './support/exported-files.ts'
import { picture } from './support/picture.ts'
import { boxOf, soundDock } from './support/sound-dock.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

// High enough to render all captions.
test.use({ library: 'sample', viewport: { width: 1440, height: 2200 } })

const field = (page: Page) => page.getByRole('main').getByRole('textbox', { name: /^Caption \d+$/u })
const captions = (page: Page) =>
  page
    .getByRole('list', { name: 'Captions' })
    .getByRole('listitem')
    .evaluateAll((rows) =>
      rows.map((row) => {
        const text = row.querySelector('textarea')?.value
        const lines = [...row.querySelectorAll('[data-line]')].map(({ textContent }) => textContent)
        return text ?? lines.join('\n')
      }),
    )

/** Start and end of each caption, as displayed. */
const times = (page: Page) =>
  page
    .getByRole('list', { name: 'Captions' })
    .getByTitle(/^Play caption/u)
    .evaluateAll((all) => all.map(({ textContent }) => textContent))

test('captions are corrected, cut, joined, shortened, dragged and tapped; the export is what is shown; undo takes all back', async ({
  visit,
}) => {
  const page = await visit()
  const studio = await openText(page, 'conversation-en')
  const textBefore = await studio.texts()
  await page.keyboard.press('Control+2')
  await expect(page.getByText(/^\d+ captions$/u)).toBeVisible()
  const before = await captions(page)
  const timesBefore = await times(page)
  const whole = before.join(' ').replaceAll('\n', ' ')

  // A word is corrected in a caption.
  await page.getByRole('button', { name: /^Right, I think/u }).click()
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('All ')
  await expect(field(page)).toHaveValue(/^All Right, I think/u)

  // The letters that are typed are shown, where the font would draw an arrow for `-->`.
  for (const text of [field(page), page.locator('[data-line]').first().locator('xpath=..')]) {
    await expect(text).toHaveCSS('font-variant-ligatures', 'no-contextual')
  }

  // Enter splits it at the caret, Backspace at the start joins it again.
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Control+ArrowRight')
  const count = before.length
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${count + 1} captions`)).toBeVisible()
  await expect(field(page)).toHaveValue(/^I think/u)
  await picture(page, 'o-captions-edit')
  await page.keyboard.press('Backspace')
  await expect(page.getByText(`${count} captions`, { exact: true })).toBeVisible()

  // A word is moved to the next caption and back.
  await page.keyboard.press('Alt+ArrowDown')
  await expect(field(page)).toHaveValue(/we're$/u)
  await page.keyboard.press('ArrowDown')
  await expect(field(page)).toHaveValue(/^recording\./u)

  // The caption is shortened only here: the transcript keeps what was said.
  await page.getByRole('toolbar').getByRole('button', { name: 'This caption only' }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Tell me, Sam.')
  await expect(page.getByText(/^This caption only\. Said: “recording\./u)).toBeVisible()

  // Its end is dragged in the waveform: the figures are updated before it is released.
  const end = page.getByRole('slider', { name: 'End of caption 2' })
  const { x, y, width, height } = await boxOf(end)
  const length = page.getByText('Shown for').locator('xpath=..')
  const lengthBefore = await length.innerText()
  await page.keyboard.down('Alt')
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + width / 2 - 14, y + height / 2, { steps: 4 })
  await expect(length).not.toHaveText(lengthBefore)
  await page.mouse.up()
  await page.keyboard.up('Alt')

  // The next one is tapped during playback.
  const dock = soundDock(page)
  await field(page).press('ArrowDown')
  await expect.poll(() => times(page)).not.toEqual(timesBefore)
  const timesDragged = await times(page)
  await page.keyboard.press('Alt+t')
  const status = dock.wave.getByRole('status')
  await expect(status).toContainText('Next: 3')
  await dock.play.click()
  await expect(dock.pause).toBeVisible()
  await page.keyboard.down(' ')
  await expect(status).toContainText('Setting 3')
  // As long as a caption may be at least.
  await page.waitForTimeout(700)
  await page.keyboard.up(' ')
  await expect(status).toContainText('Next: 4')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(dock.play).toBeVisible()
  await expect.poll(() => times(page)).not.toEqual(timesDragged)

  const shown = await captions(page)
  const { bytes } = await exportAs(page, 'SubRip (SRT)')
  const texts = bytes
    .toString('utf8')
    .trim()
    .split('\n\n')
    .map((cue) => cue.split('\n').slice(2).join('\n'))
  expect(texts).toEqual(shown)
  expect(texts[1]).toBe('Tell me, Sam.')

  await page.keyboard.press('Control+1')
  await expect(studio.lines.first()).toContainText(/^All Right, I think we're recording\. So Sam/u)
  await studio.undoAll()
  await expect.poll(() => studio.texts()).toEqual(textBefore)
  await page.keyboard.press('Control+2')
  await expect(page.getByText(`${count} captions`, { exact: true })).toBeVisible()
  await expect.poll(async () => (await captions(page)).join(' ').replaceAll('\n', ' ')).toBe(whole)
  await expect.poll(() => times(page)).toEqual(timesBefore)
})
