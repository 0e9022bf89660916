import type { Locator, Page } from '@playwright/test'
import { boxOf, soundDock } from './support/sound-dock.ts'
import { storedTranscript } from './support/stored-transcript.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

test('an edge of a word is dragged into the silence beside it, or moved by keys, and undone', async ({
  visit,
  dataFolder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const before = await storedTranscript(dataFolder, recording)
  const wordOf = async (text: string) => {
    await studio.saved()
    const { paragraphs } = await storedTranscript(dataFolder, recording)
    return paragraphs[0]?.words.find((word) => word.text === text)
  }
  const was = before.paragraphs[0]?.words.find((word) => word.text === 'So')
  const { startMs = 0, endMs = 0 } = was ?? {}
  expect(startMs).toBeGreaterThan(0)

  // There is a pause before "So": its start is dragged there, and snaps to the quietest position.
  await studio.clickWord(studio.lines.nth(0), 'So Sam')
  const start = page.getByRole('slider', { name: 'Start of “So”' })
  await expect(start).toHaveAttribute('aria-valuenow', String(startMs))
  const pixels = (await boxOf(soundDock(page).wave)).width / 47_075
  await dragBy(page, start, -150 * pixels)
  await expect(start).not.toHaveAttribute('aria-valuenow', String(startMs))
  const dragged = await valueOf(start)
  expect(Math.abs(dragged - (startMs - 150))).toBeLessThanOrEqual(60 + 2 / pixels)
  expect(await wordOf('So')).toMatchObject({ startMs: dragged, endMs, text: 'So' })
  const loudness = await loudnessAt(page)
  expect(loudness(dragged)).toBeLessThan(loudness(startMs))
  await page.keyboard.press('Control+z')
  await expect(start).toHaveAttribute('aria-valuenow', String(startMs))

  // With Alt it moves exactly to the pointer.
  await page.keyboard.down('Alt')
  await dragBy(page, start, -100 * pixels)
  await page.keyboard.up('Alt')
  await expect
    .poll(async () => Math.abs((await valueOf(start)) - (startMs - 100)))
    .toBeLessThanOrEqual(2 / pixels)
  // Never past the word before.
  await dragBy(page, start, -4_000 * pixels)
  const least = Number(await start.getAttribute('aria-valuemin'))
  await expect.poll(() => valueOf(start)).toBeLessThanOrEqual(least + 60)
  const furthest = await valueOf(start)
  expect(furthest).toBeGreaterThanOrEqual(least)
  await start.press('Home')
  await expect(start).toHaveAttribute('aria-valuenow', String(least))
  expect(least).toBe(before.paragraphs[0]?.words.find((word) => word.text === 'recording.')?.endMs)

  // By keys: a hundredth of a second, with Shift a tenth, Enter into the silence; consecutive keys are one
  // step.
  await start.focus()
  for (const [key, ms] of [
    ['ArrowRight', least + 10],
    ['ArrowRight', least + 20],
    ['Shift+ArrowRight', least + 120],
    ['ArrowLeft', least + 110],
  ] as const) {
    await page.keyboard.press(key)
    await expect(start).toHaveAttribute('aria-valuenow', String(ms))
  }
  expect(await wordOf('So')).toMatchObject({ startMs: least + 110, endMs })
  await page.keyboard.press('Control+z')
  await expect(start).toHaveAttribute('aria-valuenow', String(furthest))

  // The end of a word, too; everything is undone.
  const end = page.getByRole('slider', { name: 'End of “So”' })
  await end.focus()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(end).toHaveAttribute('aria-valuenow', String(endMs + 100))
  expect(await wordOf('So')).toMatchObject({ startMs: furthest, endMs: endMs + 100 })
  await studio.undoAll()
  expect((await storedTranscript(dataFolder, recording)).paragraphs).toEqual(before.paragraphs)
})

test('the edges of a chosen paragraph are moved as those of a word', async ({ visit, dataFolder }) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const before = await storedTranscript(dataFolder, recording)
  await studio.lines.nth(2).click({ clickCount: 3 })
  const start = page.getByRole('slider', { name: 'Start of the paragraph' })
  const end = page.getByRole('slider', { name: 'End of the paragraph' })
  const words = before.paragraphs[2]?.words ?? []
  await expect(start).toHaveAttribute('aria-valuenow', String(words[0]?.startMs))
  await expect(end).toHaveAttribute('aria-valuenow', String(words.at(-1)?.endMs))
  await start.focus()
  await page.keyboard.press('ArrowLeft')
  await end.focus()
  await page.keyboard.press('ArrowLeft')
  await studio.saved()
  const after = (await storedTranscript(dataFolder, recording)).paragraphs[2]?.words
  expect(after?.[0]).toMatchObject({ startMs: (words[0]?.startMs ?? 0) - 10 })
  expect(after?.at(-1)).toMatchObject({ endMs: (words.at(-1)?.endMs ?? 0) - 10 })
})

async function valueOf(edge: Locator): Promise<number> {
  return Number(await edge.getAttribute('aria-valuenow'))
}

async function dragBy(page: Page, handle: Locator, pixels: number): Promise<void> {
  const { x, y, width, height } = await boxOf(handle)
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + width / 2 + pixels, y + height / 2, { steps: 6 })
  await page.mouse.up()
}

/** The level of the sound at a time, from the drawn peaks. */
async function loudnessAt(page: Page): Promise<(ms: number) => number> {
  const peaks = new Int8Array(
    await page.evaluate(async () => {
      // The URL with the page's own ticket.
      const asked = performance.getEntriesByType('resource').map(({ name }) => name)
      const address = asked.findLast((name) => /\/media\/[^/]+\/peaks/u.test(name)) ?? ''
      return [...new Int8Array(await (await fetch(address)).arrayBuffer())]
    }),
  )
  return (ms) => {
    const pair = Math.floor(ms / 10) * 2
    return (peaks[pair + 1] ?? 0) - (peaks[pair] ?? 0)
  }
}

test('a word that was just typed has its edges in the wave', async ({ visit }) => {
  const page = await visit()
  const studio = await openText(page, recording)
  await studio.toLine(studio.lines.nth(1))
  await page.keyboard.type('Well, ')
  await expect(page.getByRole('slider', { name: "Start of “It's”" })).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('!')
  await expect(page.getByRole('slider', { name: 'Start of “Well,!”' })).toBeVisible()
})
