import { checkList } from './support/check-list.ts'
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
  const { panel, open } = checkList(page)
  const done = panel.getByText('Nothing is left for the chosen reasons.')
  const isPair = async (): Promise<boolean> =>
    (await open.getAttribute('aria-label'))?.startsWith('One person or two') === true
  const toPair = async (): Promise<void> => {
    for (let presses = 0; presses < 20 && !(await isPair()); presses++) await page.keyboard.press('ArrowDown')
  }
  const speakersNow = async (): Promise<number> => new Set(await studio.speakers()).size

  await test.step('two voices that are clearly apart raise no question', async () => {
    await studio.transcript.focus()
    await page.keyboard.press('Alt+w')
    await expect(done).toBeVisible()
  })

  await test.step('counted as three, two of them may be one person', async () => {
    await page.getByRole('tab', { name: 'Voices' }).press('Enter')
    await page.getByRole('button', { name: 'Find voices again…' }).press('Enter')
    await page.getByRole('button', { name: /^Increase/u }).press('Enter')
    await page.getByRole('button', { name: 'Find 3 voices' }).press('Enter')
    await expect.poll(speakersNow).toBe(3)
    await studio.saved()
    // The dialog gives the focus back when it closes.
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await studio.transcript.focus()
    await expect(studio.transcript).toBeFocused()
    await page.keyboard.press('Alt+w')
    await expect(open).toBeFocused()
    // The likeliest error is first: that may be a turn.
    await toPair()
    await expect(open).toHaveAttribute('aria-label', /^One person or two: /u)
    await expect(open).toContainText('Similarity of the two: ')
  })

  await test.step('both are heard, and one key makes them one', async () => {
    await soundDock(page).plays(() => page.keyboard.press('Tab'))
    await expect(open).toBeFocused()
    // What the voices were counted by may come in only now, and open a likelier question.
    await page.waitForLoadState('networkidle')
    await toPair()
    await open.getByRole('button', { name: /^One person/u }).press('Enter')
    await expect.poll(speakersNow).toBe(2)
    await studio.saved()
    expect((await storedTranscript(dataFolder, recording)).speakers).toHaveLength(2)
    await page.keyboard.press('Control+z')
    await expect.poll(speakersNow).toBe(3)
  })

  await test.step('kept as two people, and uncertain turns left as they are, until nothing is left', async () => {
    await page.keyboard.press('Alt+w')
    await expect(open).toBeFocused()
    for (let answers = 0; answers < 30 && !(await done.isVisible()); answers++) {
      const label = await open.getAttribute('aria-label')
      // Delete keeps the text as it is, whatever the question.
      await page.keyboard.press('Delete')
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
