import type { Locator, Page } from '@playwright/test'
import { rowOf } from './support/library-page.ts'
import { openText, selectRight } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

/** Chooses an item of an open menu by keys alone. */
async function chooseByKeys(page: Page, item: Locator): Promise<void> {
  await expect(item).toBeVisible()
  for (let step = 0; step < 20; step += 1) {
    if (await item.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
}

test('each dialog of the library gives the focus back to the menu it came from', async ({ visit }) => {
  const page = await visit()
  const more = rowOf(page, recording).getByRole('button', { name: `More actions for ${recording}` })
  await more.focus()
  await page.keyboard.press('Enter')
  const items = page.getByRole('menuitem', { name: /…$/u })
  const names = await items.allInnerTexts()
  expect(names.length).toBeGreaterThan(4)
  await page.keyboard.press('Escape')
  await expect(more).toBeFocused()
  for (const name of names) {
    // It chooses a file of the computer, or opens the recording.
    if (/^(?:Align|Second opinion)/u.test(name)) continue
    await test.step(name, async () => {
      await page.keyboard.press('Enter')
      await chooseByKeys(page, page.getByRole('menuitem', { name, exact: true }))
      // The menu that is closing is one as well.
      const dialog = page.locator('[data-dialog]').locator('[role="dialog"], [role="alertdialog"]')
      await expect(dialog).toBeVisible()
      await expect
        .poll(() => dialog.evaluate((element) => element.contains(document.activeElement)))
        .toBe(true)
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
      await expect(more).toBeFocused()
    })
  }
})

test('what is gone gives the focus to the list', async ({ visit }) => {
  const page = await visit()
  await rowOf(page, recording).getByRole('checkbox').focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Clear selection' }).focus()
  await page.keyboard.press('Enter')
  await expect(rowOf(page, recording).getByRole('checkbox')).toBeFocused()

  await rowOf(page, recording)
    .getByRole('button', { name: `More actions for ${recording}` })
    .focus()
  await page.keyboard.press('Enter')
  await chooseByKeys(page, page.getByRole('menuitem', { name: 'Delete…' }))
  const dialog = page.getByRole('alertdialog')
  // Before, Enter would answer with what has the focus.
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  // It can be focused before it is known what is deleted, but does nothing then.
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeEnabled()
  await dialog.getByRole('button', { name: 'Delete' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(rowOf(page, recording)).toBeHidden()
  await expect(page.locator('body')).not.toBeFocused()
})

test('each command of the text gives the focus back to the text, at the same place', async ({ visit }) => {
  const page = await visit()
  const studio = await openText(page, recording)
  await studio.toLine(studio.lines.nth(1))
  const place = (): Promise<string> =>
    page.evaluate(() => {
      const selection = getSelection()
      return `${selection?.anchorNode?.textContent} ${selection?.anchorOffset}`
    })
  const before = await place()
  for (const keys of ['Control+i', 'Alt+s', 'Control+e', 'Control+f', 'Control+h', 'Control+k']) {
    await test.step(keys, async () => {
      await page.keyboard.press(keys)
      await expect(studio.transcript).not.toBeFocused()
      await expect(page.locator(':focus')).toHaveCount(1)
      await page.keyboard.press('Escape')
      await expect(studio.transcript).toBeFocused()
      expect(await place()).toBe(before)
    })
  }
})

/** Names of the controls under the messages. */
function coveredControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const toasts = [...document.querySelectorAll('[role="region"][aria-label="Messages"] > *')]
    if (toasts.length === 0) throw new Error('no message is shown')
    const controls = document.querySelectorAll(
      'button, a[href], input, select, textarea, [role="slider"], [role="tab"], [role="checkbox"], .cm-line',
    )
    return [...controls].flatMap((control) => {
      if (toasts.some((toast) => toast.contains(control))) return []
      const own = control.getBoundingClientRect()
      return toasts.flatMap((toast) => {
        const over = toast.getBoundingClientRect()
        const [left, right] = [Math.max(own.left, over.left), Math.min(own.right, over.right)]
        const [top, bottom] = [Math.max(own.top, over.top), Math.min(own.bottom, over.bottom)]
        if (right - left < 1 || bottom - top < 1) return []
        // What is scrolled out of view is not at that point.
        const there = document.elementsFromPoint((left + right) / 2, (top + bottom) / 2)
        return there.includes(control) ? [control.getAttribute('aria-label') ?? control.textContent] : []
      })
    })
  })
}

for (const [width, height] of [
  [1440, 900],
  [1000, 800],
  [800, 600],
] as const) {
  test(`a message covers no control and no line, ${width} × ${height}`, async ({ visit }) => {
    const page = await visit()
    await page.setViewportSize({ width, height })
    const message = page.getByRole('region', { name: 'Messages' })

    await test.step('text', async () => {
      const studio = await openText(page, recording)
      await studio.toLine(studio.lines.nth(1))
      await selectRight(page, 12)
      await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Copy' }).click()
      await expect(message).toBeVisible()
      await expect.poll(() => coveredControls(page)).toEqual([])
    })

    await test.step('speaking time', async () => {
      await page.keyboard.press('Control+3')
      await page.getByRole('button', { name: 'Copy', exact: true }).click()
      await expect(message.getByText('Table copied.')).toBeVisible()
      await expect.poll(() => coveredControls(page)).toEqual([])
    })

    await test.step('library, also with selected recordings', async () => {
      await page.goto(page.url().replace(/#.*$/u, '#/'))
      await rowOf(page, recording).getByRole('checkbox').focus()
      await page.keyboard.press('Space')
      await expect(page.getByRole('toolbar', { name: 'Selected recordings' })).toBeVisible()
      await expect(message).toBeVisible()
      await expect.poll(() => coveredControls(page)).toEqual([])
    })
  })
}
