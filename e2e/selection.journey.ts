import type { Page } from '@playwright/test'
import { boxOf, soundDock } from './support/sound-dock.ts'
import { openText, selectRight } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'
import { typeInField } from './support/type-in-field.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

test('what is selected stands in the wave, and shows what can be done with it without being covered', async ({
  visit,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const sound = soundDock(page)
  const bar = page.getByRole('toolbar', { name: 'Selection' })
  const inWave = sound.wave.locator('[data-selection]')
  const speakers = await studio.speakers()
  const line = studio.lines.nth(1)
  const words = (await line.innerText()).split(' ').slice(0, 3).join(' ')
  await expect(bar).toBeHidden()

  await test.step('by keys: below the names, beside the text', async () => {
    await studio.toLine(line)
    await selectRight(page, words.length)
    await expect(bar).toBeVisible()
    await expect(inWave).toBeVisible()
    await expect.poll(() => covers(page)).toBe(false)
    await expect(bar.getByRole('button').first()).toHaveText(/^0:0\d\.\d–0:0\d\.\d$/u)
  })

  await test.step('it is copied, and heard', async () => {
    await bar.getByRole('button', { name: 'Copy' }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(words)
    await expect(studio.transcript).toBeFocused()
    await sound.plays(() => bar.getByRole('button', { name: /^Play/u }).click())
    await expect(sound.play).toBeVisible()
  })

  await test.step('it is looped, while one writes too', async () => {
    const watch = await sound.watch()
    await bar.getByRole('button', { name: 'Loop' }).click()
    await expect(bar.getByRole('button', { name: 'Loop' })).toHaveAttribute('aria-pressed', 'true')
    await watch.goneBack(1)
    await page.keyboard.press('ArrowRight')
    await expect(bar).toBeHidden()
    await page.keyboard.type('x')
    await expect(inWave).toBeVisible()
    await expect(sound.pause).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+l')
    await expect(inWave).toBeHidden()
    await page.keyboard.press('Control+z')
  })

  await test.step('it is given to somebody, by the mouse', async () => {
    await studio.toLine(line)
    const from = await caretBox(page)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 120, from.y, { steps: 6 })
    // Not shown while the selection is still being made.
    await expect(bar).toBeHidden()
    await page.mouse.up()
    await expect(bar).toBeVisible()
    await expect.poll(() => covers(page)).toBe(false)
    await bar.getByRole('button', { name: 'Speaker' }).click()
    const choice = page.getByRole('dialog', { name: 'Who is speaking?' })
    await expect(choice.getByRole('radio', { name: 'The selection' })).toBeChecked()
    await typeInField(page, 'Rosa')
    await page.keyboard.press('Enter')
    await expect.poll(() => studio.speakers()).toContain('Rosa')
    await studio.undoAll()
    await expect.poll(() => studio.speakers()).toEqual(speakers)
  })

  await test.step('in a small window, at the top and over several paragraphs', async () => {
    await page.setViewportSize({ width: 800, height: 600 })
    for (const presses of [1, 3]) {
      await studio.toLine(studio.lines.nth(0))
      await page.keyboard.down('Shift')
      for (let step = 0; step < presses; step += 1) await page.keyboard.press('ArrowDown')
      await page.keyboard.up('Shift')
      await expect(bar).toBeVisible()
      await expect.poll(() => covers(page)).toBe(false)
      const { x, width } = await boxOf(bar)
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(800)
    }
    await page.keyboard.press('ArrowLeft')
    await expect(bar).toBeHidden()
    await expect(inWave).toBeHidden()
  })
})

/** Whether the bar covers any selected letter. */
function covers(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const bar = document.querySelector('[role="toolbar"]')?.getBoundingClientRect()
    const rects = [...(getSelection()?.getRangeAt(0).getClientRects() ?? [])]
    if (bar === undefined || rects.length === 0) throw new Error('nothing is selected')
    // For the browser, the names next to the text are between its paragraphs.
    const text = document.querySelector('.cm-line')?.getBoundingClientRect()
    return rects.some(
      (rect) =>
        rect.width > 0 &&
        rect.left >= (text?.left ?? 0) &&
        rect.bottom > bar.top + 1 &&
        rect.top < bar.bottom - 1 &&
        rect.right > bar.left &&
        rect.left < bar.right,
    )
  })
}

function caretBox(page: Page): Promise<{ x: number; y: number }> {
  return page.evaluate(() => {
    const rect = getSelection()?.getRangeAt(0).getBoundingClientRect()
    return { x: (rect?.left ?? 0) + 2, y: (rect?.top ?? 0) + (rect?.height ?? 0) / 2 }
  })
}
