import { notesPanel } from './support/notes-panel.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

test(
  'undo is one sequence for text, moments and chapters, over a reload and in two windows',
  { tag: '@main' },
  async ({ visit }) => {
    const page = await visit()
    const one = await openText(page, recording)
    const texts = await one.texts()
    const changed = texts.with(0, `Well, ${texts[0]}`)
    const strip = page.getByRole('region', { name: 'Note' })
    const notes = notesPanel(page)

    await test.step('text, a decision, a chapter and text again', async () => {
      await one.toLine(one.lines.nth(0))
      await page.keyboard.type('Well, ')
      await page.keyboard.press('Alt+d')
      await expect(strip.getByRole('textbox')).toBeFocused()
      await page.keyboard.type('Buy bread')
      await page.keyboard.press('Enter')
      await page.getByRole('tab', { name: 'Notes' }).click()
      await notes.inChapters('Chapter here')
      await expect(one.undo).toHaveAccessibleName('Undo adding a chapter')
      await one.toEnd(one.lines.nth(1))
      await page.keyboard.type(' Indeed.')
      await one.saved()
    })

    await test.step('after a reload the newest goes first, then the chapter', async () => {
      await page.reload()
      await expect.poll(() => one.texts()).toEqual(changed.with(1, `${texts[1]} Indeed.`))
      await page.getByRole('tab', { name: 'Notes' }).click()
      await one.transcript.focus()
      await page.keyboard.press('Control+z')
      await expect.poll(() => one.texts()).toEqual(changed)
      await expect(notes.heading('Chapter 1')).toBeVisible()
      await expect(one.undo).toHaveAccessibleName('Undo adding a chapter')
      await page.keyboard.press('Control+z')
      await expect(notes.heading('Chapter 1')).toBeHidden()
      await expect(one.undo).toHaveAccessibleName('Undo adding a note')
    })

    await test.step('a second window goes on where the first one is, and redoes it', async () => {
      const two = await openText(await visit(), recording)
      await two.page.getByRole('tab', { name: 'Notes' }).click()
      const { items } = notesPanel(two.page)
      await expect(items).toHaveCount(1)
      await two.transcript.focus()
      await two.page.keyboard.press('Control+z')
      await expect(items).toHaveCount(0)
      await two.page.keyboard.press('Control+z')
      for (const studio of [one, two]) await expect.poll(() => studio.texts()).toEqual(texts)
      await expect(one.undo).toBeDisabled()
      await two.page.keyboard.press('Control+y')
      await expect.poll(() => one.texts()).toEqual(changed)
      await page.keyboard.press('Control+y')
      for (const studio of [one, two]) await expect(studio.page.getByText('Buy bread').first()).toBeVisible()
      await expect(two.page.getByRole('button', { name: 'Redo adding a chapter' })).toBeEnabled()
      await two.page.close()
    })
  },
)
