import type { Page } from '@playwright/test'
import { contentOf, storedTranscript } from './support/stored-transcript.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'
const steps = 200

/** Holds both keys until the second has repeated for every step. */
async function hold(page: Page, first: string, second: string): Promise<void> {
  await page.keyboard.down(first)
  await Promise.all(Array.from({ length: steps }, () => page.keyboard.down(second)))
  await page.keyboard.up(second)
  await page.keyboard.up(first)
}

test('200 corrections are taken back to the very first text and made again, over a reload', async ({
  visit,
  dataFolder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const original = await storedTranscript(dataFolder, recording)

  // No two of these continue one another, so each is a step of its own.
  const corrections = ['x', 'Enter', 'Backspace', 'Delete']
  const rows = await studio.lines.count()
  for (let step = 0; step < steps; step += 1) {
    if (step % 50 === 0) {
      await studio.toLine(studio.lines.nth((step / 50) % rows))
      await page.keyboard.press('Control+ArrowRight')
    }
    await page.keyboard.press(corrections[step % corrections.length] ?? '')
  }
  await studio.saved()
  const corrected = await storedTranscript(dataFolder, recording)
  const text = await studio.copyAll()

  // The changes survive a reload, and so does undo.
  await page.reload()
  await expect(studio.lines.first()).toHaveText(/\w/u)
  await studio.transcript.focus()
  expect(await studio.copyAll()).toBe(text)
  await hold(page, 'Control', 'z')
  await expect(studio.undo).toBeDisabled({ timeout: 150_000 })
  await studio.saved()
  expect(contentOf(await storedTranscript(dataFolder, recording))).toEqual(contentOf(original))

  await page.reload()
  await expect(studio.lines.first()).toHaveText(/\w/u)
  await studio.transcript.focus()
  await hold(page, 'Control', 'y')
  await expect(page.getByRole('banner').getByRole('button', { name: /^Redo/u })).toBeDisabled({
    timeout: 150_000,
  })
  expect(await studio.copyAll()).toBe(text)
  await studio.saved()
  expect(contentOf(await storedTranscript(dataFolder, recording))).toEqual(contentOf(corrected))
})
