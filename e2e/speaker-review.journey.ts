import type { Locator } from '@playwright/test'
import { soundDock } from './support/sound-dock.ts'
import { storedTranscript } from './support/stored-transcript.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

test('who speaks is reviewed by the keyboard alone: one person or two, uncertain turns, every step undone', async ({
  visit,
  dataFolder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const panel = page.getByRole('region', { name: 'Who speaks', exact: true })
  const open = panel.locator('li[aria-current="true"]')
  const speakersNow = async (): Promise<number> => new Set(await studio.speakers()).size

  await test.step('two voices that are clearly apart raise no question', async () => {
    await studio.transcript.focus()
    await page.keyboard.press('Alt+w')
    await expect(panel.getByText('Nothing is left to ask.')).toBeVisible()
    await expect(panel.getByRole('region', { name: 'Voices' }).getByRole('listitem')).toHaveCount(2)
    // From the list back to the voices, one of which is played.
    const play = panel.getByRole('button', { name: 'Play some clear seconds of Speaker 1' })
    for (let presses = 0; presses < 8 && !(await isFocused(play)); presses++) await page.keyboard.press('Tab')
    await expect(play).toBeFocused()
    await soundDock(page).plays(() => page.keyboard.press('Enter'))
  })

  await test.step('counted as three, two of them may be one person', async () => {
    await page.getByRole('button', { name: 'Close' }).press('Enter')
    await page.getByRole('button', { name: 'Find voices again…' }).press('Enter')
    await page.getByRole('button', { name: /^Increase/u }).press('Enter')
    await page.getByRole('button', { name: 'Find 3 voices' }).press('Enter')
    await expect.poll(speakersNow).toBe(3)
    await studio.saved()
    await studio.transcript.focus()
    await page.keyboard.press('Alt+w')
    await expect(open).toBeFocused()
    await expect(open).toHaveAttribute('aria-label', /^One person or two: /u)
    await expect(open).toContainText('Similarity of the two: ')
  })

  await test.step('both are heard, and one key makes them one', async () => {
    await soundDock(page).plays(() => page.keyboard.press('Tab'))
    await expect(open).toBeFocused()
    await page.keyboard.press('1')
    await expect.poll(speakersNow).toBe(2)
    await studio.saved()
    expect((await storedTranscript(dataFolder, recording)).speakers).toHaveLength(2)
    await page.keyboard.press('Control+z')
    await expect.poll(speakersNow).toBe(3)
  })

  await test.step('kept as two people, and uncertain turns left as they are, until nothing is left', async () => {
    await page.keyboard.press('Alt+w')
    await expect(open).toBeFocused()
    const done = panel.getByText('Nothing is left to ask.')
    for (let answers = 0; answers < 30 && !(await done.isVisible()); answers++) {
      const label = await open.getAttribute('aria-label')
      await page.keyboard.press(label?.startsWith('One person or two') === true ? '2' : 'Enter')
      await expect(open.and(page.locator(`[aria-label="${label}"]`))).toHaveCount(0)
    }
    await expect(done).toBeVisible()
    await studio.saved()
    const { marks, speakers } = await storedTranscript(dataFolder, recording)
    expect(speakers).toHaveLength(3)
    expect(marks.map(({ kind }) => kind)).toContain('different-speakers')
    await studio.undoAll()
    await expect.poll(speakersNow).toBe(2)
    await studio.saved()
    expect((await storedTranscript(dataFolder, recording)).marks).toEqual([])
  })
})

async function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement)
}
