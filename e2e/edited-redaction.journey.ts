import type { Page } from '@playwright/test'
import { exportAs } from './support/exported-files.ts'
import { openText, selectRight, type StudioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

/** Types an invented name at the start of the second line and redacts it. */
async function openWithSecret(page: Page): Promise<StudioPage> {
  const studio = await openText(page, recording)
  await studio.toLine(studio.lines.nth(1))
  await page.keyboard.type('Victorine ')
  await studio.toLine(studio.lines.nth(1))
  await selectRight(page, 'Victorine'.length)
  await page.keyboard.press('Alt+x')
  await expect(page.locator('.parolo-redacted')).toHaveText(['Victorine'])
  return studio
}

async function exported(page: Page, studio: StudioPage): Promise<string> {
  await studio.saved()
  return (await exportAs(page, 'SubRip (SRT)')).bytes.toString('utf8')
}

test(
  'a redacted word stays redacted where it is cut in two, deleted and typed again, and split by Enter',
  { tag: '@main' },
  async ({ visit }) => {
    const page = await visit()
    const studio = await openWithSecret(page)
    const redacted = page.locator('.parolo-redacted')
    const letters = async (): Promise<string> =>
      (await redacted.allInnerTexts()).join('').replaceAll(/\s/gu, '')
    const line = studio.lines.nth(1)

    await test.step('a space in it', async () => {
      await studio.toLine(line)
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight')
      await page.keyboard.type(' ')
      await expect(line).toHaveText(/^Vic torine /u)
      await expect.poll(letters).toBe('Victorine')
      const text = await exported(page, studio)
      expect(text).not.toMatch(/Vic|torine/u)
      expect(text).toContain('[redacted]')
    })

    await test.step('deleted letter by letter and typed again', async () => {
      await studio.toLine(line)
      for (let step = 0; step < 'Vic torine'.length; step += 1) await page.keyboard.press('Delete')
      await expect(redacted).toHaveCount(0)
      await expect(page.locator('.parolo-silent-after')).toHaveCount(1)
      await page.keyboard.type('Viktor')
      await expect.poll(letters).toBe('Viktor')
      expect(await exported(page, studio)).not.toContain('Viktor')
    })

    await test.step('Enter in it', async () => {
      await studio.toLine(line)
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      await expect(line).toHaveText('Vik')
      await expect.poll(letters).toBe('Viktor')
      expect(await exported(page, studio)).not.toMatch(/Vik|tor\b/u)
    })

    await test.step('undo brings each state back, redacted', async () => {
      await studio.transcript.focus()
      await page.keyboard.press('Control+z')
      await expect(line).toHaveText(/^Viktor/u)
      await expect.poll(letters).toBe('Viktor')
    })
  },
)

test('redacted words that are cut are a placeholder elsewhere, and redacted where they are pasted in the library', async ({
  visit,
}) => {
  const page = await visit()
  const studio = await openWithSecret(page)
  const redacted = page.locator('.parolo-redacted')
  await studio.toLine(studio.lines.nth(1))
  await selectRight(page, 'Victorine '.length)
  await page.keyboard.press('Control+x')
  await expect(studio.transcript).not.toContainText('Victorine')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\[redacted\]\s*$/u)

  await test.step('in another paragraph', async () => {
    await studio.toLine(studio.lines.nth(3))
    await page.keyboard.press('Control+v')
    await expect(studio.lines.nth(3)).toHaveText(/^Victorine /u)
    await expect(redacted).toHaveText(['Victorine'])
    expect(await exported(page, studio)).not.toContain('Victorine')
  })

  await test.step('in another tab on the library', async () => {
    const other = await page.context().newPage()
    await other.goto(page.url())
    const there = other.locator('.cm-line').nth(5)
    await there.click({ position: { x: 4, y: 10 } })
    await other.keyboard.press('Home')
    await other.keyboard.press('Control+v')
    await expect(there).toHaveText(/^Victorine /u)
    await expect(other.locator('.parolo-redacted')).toHaveText(['Victorine', 'Victorine'])
    await other.close()
  })
})

test('a redacted word that is dragged to another line is redacted there; one undo puts it back', async ({
  visit,
}) => {
  const page = await visit()
  const studio = await openWithSecret(page)
  const before = await studio.texts()
  const redacted = page.locator('.parolo-redacted')
  await studio.toLine(studio.lines.nth(1))
  await selectRight(page, 'Victorine '.length)
  const from = await redacted.boundingBox()
  const to = await studio.lines.nth(3).boundingBox()
  if (from === null || to === null) throw new Error('not in view')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  // A drag begins with a small move; a large one would select.
  await page.mouse.move(from.x + from.width / 2 + 6, from.y + from.height / 2, { steps: 3 })
  await page.mouse.move(to.x + 60, to.y + 12, { steps: 8 })
  await page.mouse.move(to.x + 1, to.y + 12, { steps: 4 })
  await page.mouse.up()
  await expect(studio.lines.nth(3)).toHaveText(/^Victorine /u)
  await expect(redacted).toHaveText(['Victorine'])
  expect(await exported(page, studio)).not.toContain('Victorine')
  await studio.transcript.focus()
  await page.keyboard.press('Control+z')
  await expect.poll(() => studio.texts()).toEqual(before)
  await expect(redacted).toHaveText(['Victorine'])
})

test('minutes say how many moments are redacted', async ({ visit }) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const strip = page.getByRole('region', { name: 'Note' })
  for (const [key, text] of [
    ['Alt+d', 'Victorine leaves'],
    ['Alt+a', 'Call Victorine'],
  ] as const) {
    await studio.toLine(studio.lines.nth(1))
    await page.keyboard.press(key)
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    await expect(strip).toBeHidden()
  }
  await studio.toLine(studio.lines.nth(1))
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Alt+x')
  await studio.saved()
  const text = (await exportAs(page, 'Minutes (Markdown)')).bytes.toString('utf8')
  expect(text).not.toContain('Victorine')
  expect(text.match(/^1 moment redacted$/gmu)).toHaveLength(2)
  await page.keyboard.press('Control+6')
  await page.getByRole('button', { name: 'Make minutes' }).press('Enter')
  const paper = page.getByRole('article')
  await expect(paper.getByText('1 moment redacted')).toHaveCount(2)
  await expect(paper).not.toContainText('Victorine')
})
