import path from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { exportAs } from './support/exported-files.ts'
import { contentOf, storedTranscript } from './support/stored-transcript.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'
const pictures = process.env['PAROLO_PICTURES']

test('captions are moved in time, and the file has the times that the page shows; undone after a restart', async ({
  visit,
  dataFolder,
}) => {
  const before = contentOf(await storedTranscript(dataFolder, recording))
  const page = await visit()
  const studio = await openText(page, recording)
  await page.keyboard.press('Control+2')
  const first = await startsIn(page)

  // All, by an amount: what will be is shown before it is done.
  await page.keyboard.press('Alt+Shift+T')
  const dialog = page.getByRole('dialog', { name: 'Move captions in time' })
  await page.keyboard.type('1.25')
  await expect(dialog.getByRole('status')).toContainText(`${first.length} captions move`)
  if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, 'caption-moves.png') })
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await studio.saved()
  expect(await startsIn(page)).toEqual(first.map((ms) => ms + 1_250))

  // What follows the second, half a second earlier.
  await page.locator('[data-cue="1"]').click()
  await page.keyboard.press('Alt+Shift+T')
  await dialog.getByText(/^From 2 on/u).click()
  await dialog.getByRole('textbox', { name: /^Later by/u }).fill('-0.5')
  await dialog.getByRole('button', { name: /^Move \d+ captions/u }).click()
  await expect(dialog).toBeHidden()
  await studio.saved()
  expect(await startsIn(page)).toEqual(first.map((ms, index) => ms + (index === 0 ? 1_250 : 750)))
  expect((await storedTranscript(dataFolder, recording)).paragraphs).toEqual(before.paragraphs)

  await page.reload()
  const undo = page.getByRole('banner').getByRole('button', { name: /^Undo/u })
  await expect(undo).toHaveAccessibleName(/moving captions in time/u)
  await undo.click()
  await expect(undo).toHaveAccessibleName(/moving the captions in time/u)
  await undo.click()
  await studio.saved()
  await expect.poll(async () => contentOf(await storedTranscript(dataFolder, recording))).toEqual(before)
})

test('captions that are stretched are the same captions in the file, later or earlier by the ratio', async ({
  visit,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  await page.keyboard.press('Control+2')
  const [starts, texts] = [await startsIn(page), await textsIn(page)]
  await page.keyboard.press('Alt+Shift+T')
  const dialog = page.getByRole('dialog', { name: 'Move captions in time' })
  await dialog.getByText('By frame rates').click()
  await expect(dialog.getByRole('status')).toContainText(`${starts.length} captions move`)
  await expect(dialog.getByRole('status')).not.toContainText('other words')
  await dialog.getByRole('button', { name: /^Move \d+ captions/u }).click()
  await expect(dialog).toBeHidden()
  await studio.saved()
  expect(await textsIn(page)).toEqual(texts)
  // 23.976 to 25.
  expect(await startsIn(page)).toEqual(starts.map((ms) => Math.round((ms * 24_000) / 1_001 / 25)))
})

/** Starts of the captions in an SRT of the page, in ms. */
async function startsIn(page: Page): Promise<number[]> {
  const text = (await exportAs(page, 'SubRip (SRT)')).bytes.toString('utf8')
  return [...text.matchAll(/^(\d\d):(\d\d):(\d\d),(\d{3}) -->/gmu)].map(([, hours, minutes, seconds, ms]) => {
    const minute = Number(hours) * 60 + Number(minutes)
    return (minute * 60 + Number(seconds)) * 1_000 + Number(ms)
  })
}

async function textsIn(page: Page): Promise<string[]> {
  const text = (await exportAs(page, 'SubRip (SRT)')).bytes.toString('utf8')
  return text
    .trimEnd()
    .split('\n\n')
    .map((cue) => cue.split('\n').slice(2).join('\n'))
}
