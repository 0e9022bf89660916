import type { Page } from '@playwright/test'
import { exportAs } from './support/exported-files.ts'
import { picture } from './support/picture.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

// High enough to render all captions.
test.use({ library: 'sample', viewport: { width: 1440, height: 2200 } })

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
const longest = async (page: Page): Promise<number> =>
  Math.max(...(await captions(page)).flatMap((text) => text.split('\n').map((line) => line.length)))

const times = (page: Page) =>
  page
    .getByRole('list', { name: 'Captions' })
    .getByTitle(/^Play caption/u)
    .evaluateAll((all) => all.map(({ textContent }) => textContent.replaceAll(/\s+/gu, ' ').trim()))

/** The problems counted in the bar; 0 without a bar. */
const broken = async (page: Page): Promise<number> =>
  Number(
    /^\d+/u.exec(await page.getByRole('region', { name: 'Captions' }).getByRole('status').innerText())?.[0] ??
      0,
  )

const openCaptions = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+2')
  await expect(page.getByText(/^\d+ captions$/u)).toBeAttached()
}

test('rules are chosen and changed, the captions follow; undo takes each back; the export is what is shown', async ({
  visit,
}) => {
  const page = await visit()
  await openText(page, 'conversation-en')
  await openCaptions(page)
  const plain = await captions(page)
  expect(await longest(page)).toBeGreaterThan(32)
  // Manual marks: one caption is split, another has its own wording.
  await page.getByRole('button', { name: /^Right, I think/u }).click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.getByRole('toolbar').getByRole('button', { name: 'This caption only' }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('In my own words.')
  await expect.poll(() => captions(page)).toHaveLength(plain.length + 1)
  await expect(page.getByText(/^This caption only\. Said:/u)).toBeVisible()
  const before = await captions(page)
  expect(before).toContain('In my own words.')

  await page.getByRole('button', { name: 'Rules: Netflix, English' }).click()
  const popover = page.getByRole('dialog', { name: 'Rules' })
  await picture(page, 'o-captions-rules')
  // Keys choose in the list of presets.
  await popover.getByRole('radio', { name: 'Netflix, English', exact: true }).focus()
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowDown')
  await expect(popover.getByRole('radio', { name: 'Vertical, 9:16' })).toBeChecked()
  await expect.poll(async () => await longest(page)).toBeLessThanOrEqual(24)

  // Other rules and back: manual changes are kept, under the other rules too.
  expect(await captions(page)).toEqual(expect.arrayContaining(['In my own words.']))
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowUp')
  await expect(popover.getByRole('radio', { name: 'Netflix, English', exact: true })).toBeChecked()
  await expect.poll(() => captions(page)).toEqual(before)
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowDown')
  await expect.poll(async () => await longest(page)).toBeLessThanOrEqual(24)

  // A number: an invalid one is reported, a valid one applies as it is typed.
  const line = popover.getByRole('textbox', { name: 'Characters a line' })
  await line.fill('5')
  await expect(popover.getByText('8 to 1,000').or(popover.getByText('8 to 1000'))).toBeVisible()
  await line.fill('60')
  await expect.poll(async () => await longest(page)).toBeGreaterThan(32)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Rules: Vertical, 9:16, changed' })).toBeVisible()

  const shown = await captions(page)
  const { bytes } = await exportAs(page, 'SubRip (SRT)')
  expect(textsIn(bytes)).toEqual(shown)

  // The number is one step, the visit to the list another.
  const undo = page.getByRole('banner').getByRole('button', { name: /^Undo/u })
  await undo.click()
  await expect.poll(async () => await longest(page)).toBeLessThanOrEqual(24)
  await undo.click()
  await expect(page.getByRole('button', { name: 'Rules: Netflix, English' })).toBeVisible()
  await expect.poll(async () => await captions(page)).toEqual(before)
})

test('all that can be fixed is fixed after a preview, and one undo takes it all back', async ({ visit }) => {
  const page = await visit()
  const studio = await openText(page, 'conversation-en')
  const text = await studio.texts()
  await openCaptions(page)
  // For slower readers, some captions are too fast.
  await page.getByRole('button', { name: 'Rules: Netflix, English' }).click()
  const speed = page.getByRole('textbox', { name: 'Reading speed' })
  await speed.fill('14')
  await page.keyboard.press('Escape')
  await expect.poll(async () => await broken(page)).toBeGreaterThan(3)
  const [count, timesBefore] = [await broken(page), await times(page)]

  // One by one: F8 moves to the next, F9 to its fixes, which show their effect.
  await page.keyboard.press('F8')
  const panel = page.getByRole('region', { name: /^Fixes for \d+/u })
  await expect(panel).toBeVisible()
  await page.keyboard.press('F9')
  await expect(panel.getByRole('listitem')).toBeFocused()

  await page.getByRole('button', { name: /^Fix all that can be fixed/u }).click()
  const dialog = page.getByRole('dialog', { name: new RegExp(`^Fix \\d+ of ${count} captions$`, 'u') })
  await expect(dialog).toBeVisible()
  await picture(page, 'o-captions-fix')
  const title = await dialog.getByRole('heading', { level: 2 }).innerText()
  const fixed = Number(/^Fix (\d+)/u.exec(title)?.[1])
  expect(fixed).toBeGreaterThan(0)
  await expect(dialog.getByRole('listitem').first()).toContainText(/\d c\/s/u)
  await dialog.getByRole('button', { name: `Fix ${fixed}`, exact: true }).click()
  await expect(dialog).toBeHidden()
  // As announced.
  await expect.poll(async () => await broken(page)).toBe(count - fixed)
  await expect.poll(() => times(page)).not.toEqual(timesBefore)
  const timesAfter = await times(page)

  // The export has the same times, and every word.
  const { bytes } = await exportAs(page, 'SubRip (SRT)')
  const exported = [...bytes.toString('utf8').matchAll(/^00:(\S+) --> 00:(\S+)$/gmu)]
  const plain = (time = ''): string => time.replace(',', '.').replace(/^0/u, '')
  expect(exported.map(([, start, end]) => `${plain(start)}${plain(end)}`)).toEqual(
    timesAfter.map((shown) => shown.replaceAll(' ', '')),
  )
  await page.keyboard.press('Control+1')
  await expect.poll(() => studio.texts()).toEqual(text)

  await openCaptions(page)
  await studio.undo.click()
  await expect.poll(async () => await times(page)).toEqual(timesBefore)
})

function textsIn(bytes: Buffer): string[] {
  return bytes
    .toString('utf8')
    .trim()
    .split('\n\n')
    .map((cue) => cue.split('\n').slice(2).join('\n'))
}
