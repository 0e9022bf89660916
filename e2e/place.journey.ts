import type { Page } from '@playwright/test'
import { boxOf, soundDock } from './support/sound-dock.ts'
import { openText, selectRight, studioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'hour' })

test('the text is where the sound is put while it stands still', async ({ visit }) => {
  const page = await visit()
  await openText(page, 'An hour')
  const sound = soundDock(page)
  await expect(sound.following).toHaveAttribute('aria-pressed', 'true')
  const map = page.getByRole('slider', { name: /^Whole recording/u })
  for (const share of [0.5, 0.1]) {
    const { x, y, width, height } = await boxOf(map)
    await page.mouse.click(x + width * share, y + height / 2)
    await expect.poll(() => sound.second()).toBeGreaterThan(3_600 * share - 60)
    await expect.poll(() => isSeen(page, sound)).toBe(true)
  }
  const { x, y, width, height } = await boxOf(sound.wave)
  const before = await sound.second()
  // At the right edge is the slider for the height.
  await page.mouse.click(x + width * 0.9, y + height / 2)
  await expect.poll(() => sound.second()).not.toBe(before)
  await expect.poll(() => isSeen(page, sound)).toBe(true)

  // When following is off, the text does not scroll.
  await sound.following.click()
  const top = await topOfText(page)
  const box = await boxOf(map)
  await page.mouse.click(box.x + box.width * 0.8, box.y + box.height / 2)
  await expect.poll(() => sound.second()).toBeGreaterThan(2_800)
  expect(await topOfText(page)).toEqual(top)
})

test('caret, text and sound are where they were: after other views, after leaving, after a reload', async ({
  visit,
}) => {
  const page = await visit()
  const studio = await openText(page, 'An hour')
  const sound = soundDock(page)
  await goToTime(page, '30:00')
  await sound.toBeAt(1_800)
  await studio.clickWord(studio.lines.nth(1), ' ')
  const second = await sound.second()
  // Scrolled further: the visible text is not at the caret.
  await page.mouse.wheel(0, 700)
  const top = await settledTop(page)

  await test.step('other views', async () => {
    for (const view of ['Captions', 'Speaking time']) {
      await page.getByRole('navigation', { name: 'View' }).getByText(view, { exact: true }).click()
      await expect(studio.transcript).toBeHidden()
      await page.keyboard.press('Control+1')
      await backAt(page, top)
      await sound.toBeAt(second)
    }
  })

  await test.step('the library, and a reload', async () => {
    await page.goBack()
    await openText(page, 'An hour')
    await backAt(page, top)
    await expect.poll(() => sound.second()).toBe(second)
    await page.reload()
    await expect(studio.lines.first()).toHaveText(/\w/u)
    await backAt(page, top)
    await expect.poll(() => sound.second()).toBe(second)
  })

  await test.step('what is typed goes to where the caret was', async () => {
    await studio.focus()
    await page.keyboard.type('typed')
    await expect(studioPage(page).lines.filter({ hasText: 'typed' })).toHaveCount(1)
    await expect.poll(() => isSeen(page, sound)).toBe(true)
    await studio.undoAll()
  })
})

test('a caption that was chosen is where the text is on return', async ({ visit }) => {
  const page = await visit()
  const studio = await openText(page, 'An hour')
  const sound = soundDock(page)
  await goToTime(page, '20:00')
  await sound.toBeAt(1_200)
  await page.keyboard.press('Control+2')

  // The captions open at the playback position.
  const rows = page.getByRole('list', { name: 'Captions' }).getByRole('button')
  const current = page.locator('[data-cue][aria-current]')
  await expect(current).toBeInViewport()
  const index = Number(await current.getAttribute('data-cue'))
  const chosen = rows.and(page.locator(`[data-cue="${index + 3}"]`))
  const words = (await chosen.innerText()).split(/\s+/u)
  await chosen.click()
  await expect(page.locator(`[data-cue-field="${index + 3}"]`)).toBeFocused()
  await page.keyboard.press('Control+1')
  await expect(studio.lines.first()).toHaveText(/\w/u)
  await studio.focus()
  // The caret is before its first word.
  await selectRight(page, words[0]?.length ?? 0)
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(words[0])
})

async function goToTime(page: Page, time: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const go = page.getByRole('dialog', { name: 'Go to a time' })
  await go.getByRole('textbox', { name: 'Time' }).fill(time)
  await page.keyboard.press('Enter')
  await expect(go).toBeHidden()
}

/** The paragraph at the upper edge, and how far it extends above. */
function topOfText(page: Page): Promise<{ text: string; above: number } | null> {
  return page.evaluate(() => {
    const room = document.querySelector('.cm-scroller')?.getBoundingClientRect()
    for (const line of document.querySelectorAll('.cm-line')) {
      const { top, bottom } = line.getBoundingClientRect()
      if (room !== undefined && bottom > room.top)
        return { text: line.textContent ?? '', above: Math.round(room.top - top) }
    }
    return null
  })
}

async function settledTop(page: Page): Promise<Awaited<ReturnType<typeof topOfText>>> {
  let last = await topOfText(page)
  await expect
    .poll(async () => {
      const now = await topOfText(page)
      const isSame = JSON.stringify(now) === JSON.stringify(last)
      last = now
      return isSame
    })
    .toBe(true)
  return last
}

/** The same paragraph at the upper edge, within the pixel or two to which browsers round scrolling. */
async function backAt(page: Page, top: Awaited<ReturnType<typeof topOfText>>): Promise<void> {
  await expect.poll(async () => (await topOfText(page))?.text).toBe(top?.text)
  await expect
    .poll(async () => Math.abs(((await topOfText(page))?.above ?? Infinity) - (top?.above ?? 0)))
    .toBeLessThanOrEqual(2)
}

/** Whether the paragraph at the playback position is visible. */
async function isSeen(page: Page, sound: ReturnType<typeof soundDock>): Promise<boolean> {
  const second = await sound.second()
  const times = await page.evaluate(() => {
    const room = document.querySelector('.cm-scroller')?.getBoundingClientRect()
    return [...document.querySelectorAll('.parolo-who time')].flatMap((time) => {
      const { top, bottom } = time.getBoundingClientRect()
      return room === undefined || bottom < room.top - 200 || top > room.bottom
        ? []
        : [time.textContent ?? '']
    })
  })
  const seconds = times.map((time) => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0))
  return Math.min(...seconds) <= second && second <= Math.max(...seconds) + 60
}
