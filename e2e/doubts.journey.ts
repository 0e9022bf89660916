import path from 'node:path'
import { ffmpeg } from '../cli/testing/ffmpeg.ts'
import { checkList } from './support/check-list.ts'
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
  const list = checkList(page)
  const { panel, open } = list
  await list.tab.click()

  // Two clear voices: hardly anything is worth checking, and hardly anything is underlined.
  await expect(
    panel.getByRole('button', { name: /^(?:Reasons: |Less likely places)/u }).first(),
  ).toBeVisible()
  const { left: likely } = await list.counts()
  expect(likely).toBeLessThan(8)
  const likelyMarks = await underlined.count()

  // All doubts: more places, more underlines, the likeliest errors first.
  await list.showLessLikely(true)
  await expect.poll(async () => (await list.counts()).left).toBeGreaterThan(likely + 5)
  await expect.poll(() => underlined.count()).toBeGreaterThan(likelyMarks + 5)
  const { left: places } = await list.counts()
  await expect(panel.getByText(/^about \d+\smin at 15\ss each$/u)).toBeVisible()

  // After some were checked it is the person's own pace.
  await page.keyboard.press('F8')
  await expect(open).toBeFocused()
  // The likeliest error is the first; all others follow it.
  await expect(panel.getByRole('listitem')).toHaveCount(places)
  for (let checked = 1; checked <= 4; checked += 1) {
    await page.keyboard.press('Delete')
    await expect.poll(async () => (await list.counts()).looked).toBe(checked)
    await expect(open).toBeFocused()
  }
  await expect(panel.getByText(/^about \d+\smin at your pace$/u)).toBeVisible()

  // Of ten minutes the time left is shown, and they can be stopped.
  await panel.getByRole('button', { name: 'I have 10 minutes' }).click()
  await expect(panel.getByRole('timer')).toHaveText(/^(?:10:00|9:5\d) left$/u)
  await expect(open).toBeFocused()
  await panel.getByRole('button', { name: 'Stop' }).click()
  await expect(panel.getByRole('timer')).toHaveCount(0)

  // The choice and the pace survive the page; undo reverts accepted places.
  await studio.saved()
  await page.reload()
  await list.tab.click()
  await expect(panel.getByText(/at your pace$/u)).toBeVisible()
  expect((await list.counts()).left).toBe(places - 4)
  await studio.undoAll()
  await expect.poll(async () => (await list.counts()).left).toBe(places)
  await list.showLessLikely(false)
  await expect.poll(async () => (await list.counts()).left).toBe(likely)
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
    const { tab, panel } = checkList(page)
    await tab.click()
    await expect(panel.getByText('No likely errors.')).toBeVisible()
    await expect(panel.getByText(/^No place was looked at\./u)).toBeVisible()
    await expect(panel.getByText(/0 of 0/u)).toHaveCount(0)
  })
})
