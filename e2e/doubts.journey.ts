import path from 'node:path'
import type { Page } from '@playwright/test'
import { ffmpeg } from '../cli/testing/ffmpeg.ts'
import { parolo } from './support/libraries.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

test('the list has what is likely wrong, all doubts on demand, and tells how long it takes', async ({
  visit,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const underlined = studio.transcript.locator('.parolo-doubt')
  const panel = page.getByRole('tabpanel', { name: /^Check/u })
  const all = panel.getByRole('switch', { name: 'Include less likely errors' })
  await page.getByRole('tab', { name: /^Check/u }).click()

  // Two clear voices: hardly anything is worth checking, and hardly anything is underlined.
  await expect(all).not.toBeChecked()
  await expect(panel.getByText('The list shows only what is wrong at least one time in three.')).toBeVisible()
  const likely = await placesOf(page)
  expect(likely).toBeLessThan(8)
  const likelyMarks = await underlined.count()

  // All doubts: more places, more underlines, the likeliest errors first.
  await panel.getByText('Include less likely errors').click()
  await expect(all).toBeChecked()
  await expect.poll(() => placesOf(page)).toBeGreaterThan(likely + 5)
  await expect.poll(() => underlined.count()).toBeGreaterThan(likelyMarks + 5)
  const places = await placesOf(page)
  await expect(panel.getByText(/^about \d+\smin at 15\ss each$/u)).toBeVisible()

  // After some were checked it is the person's own pace.
  await page.keyboard.press('F8')
  const open = panel.getByRole('listitem', { name: /^To check: /u })
  await expect(open).toBeFocused()
  // The likeliest error is the first; all others follow it.
  await expect(panel.getByRole('listitem')).toHaveCount(places)
  for (let checked = 1; checked <= 4; checked += 1) {
    await page.keyboard.press('Enter')
    await expect.poll(() => checkedOf(page)).toBe(checked)
    await expect(open).toBeFocused()
  }
  await expect(panel.getByText(/^about \d+\smin at your pace$/u)).toBeVisible()

  // The choice and the pace survive the page; undo reverts accepted places.
  await studio.saved()
  await page.reload()
  await page.getByRole('tab', { name: /^Check/u }).click()
  await expect(all).toBeChecked()
  await expect(panel.getByText(/at your pace$/u)).toBeVisible()
  await studio.undoAll()
  await expect.poll(() => placesOf(page)).toBe(places)
  await panel.getByText('Include less likely errors').click()
  await expect.poll(() => placesOf(page)).toBe(likely)
})

test.describe('a recording of silence', () => {
  test.use({ library: 'empty' })

  test('has nothing to check, and nothing counts as checked', async ({ visit, dataFolder, folder }) => {
    const silence = path.join(folder, 'silence.wav')
    await ffmpeg('-f', 'lavfi', '-i', 'anullsrc=r=16000:cl=mono', '-t', '3', silence)
    await parolo(dataFolder, [
      'transcribe',
      silence,
      '--language',
      'en',
      '--out',
      folder,
      '--progress',
      'none',
    ])
    const page = await visit()
    await page.getByRole('link', { name: 'silence' }).click()
    await page.getByRole('tab', { name: /^Check/u }).click()
    const panel = page.getByRole('tabpanel', { name: /^Check/u })
    await expect(panel.getByText('Nothing left to check.')).toBeVisible()
    await expect(panel.getByText(/^Checked/u)).toHaveCount(0)
  })
})

async function placesOf(page: Page): Promise<number> {
  const [, all] = await counts(page)
  return all - (await checkedOf(page))
}

async function checkedOf(page: Page): Promise<number> {
  return (await counts(page))[0]
}

/** `3 of 12 checked` */
async function counts(page: Page): Promise<[checked: number, all: number]> {
  const text = await page
    .getByRole('tabpanel', { name: /^Check/u })
    .getByText(/^\d+ of \d+ checked$/u)
    .innerText()
  const [checked = 0, all = 0] = (text.match(/\d+/gu) ?? []).map(Number)
  return [checked, all]
}
