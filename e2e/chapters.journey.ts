import { expectAccessible } from './support/accessible.ts'
import { parolo } from './support/libraries.ts'
import { notesPanel } from './support/notes-panel.ts'
import { picture } from './support/picture.ts'
import { boxOf, soundDock } from './support/sound-dock.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

test('chapters are added where the sound is, named, moved, deleted and put back, and published', async ({
  visit,
  dataFolder,
  folder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const texts = await studio.texts()
  const notes = notesPanel(page)
  await page.getByRole('tab', { name: 'Notes' }).click()
  await expect(notes.panel.getByText(/^No notes yet\./u)).toBeVisible()
  const title = notes.panel.getByRole('textbox', { name: /^Title of chapter/u })

  await test.step('a title is typed into its field, not into the text, and the focus returns', async () => {
    await studio.focus()
    await notes.inChapters('Chapter here')
    await expect(title).toBeFocused()
    await page.keyboard.type('Hello')
    await page.keyboard.press('Enter')
    await expect(notes.heading('1. Hello')).toBeVisible()
    await expect(notes.panel.getByRole('button', { name: 'Chapters' })).toBeFocused()
    expect(await studio.texts()).toEqual(texts)
  })

  await studio.clickWord(studio.lines.nth(3), texts[3]?.split(' ')[0] ?? '')
  await notes.inChapters('Chapter here')
  await expect(title).toBeFocused()
  await page.keyboard.type('Glue')
  // Leaving the field saves it too.
  await studio.toLine(studio.lines.nth(0))
  await expect(notes.heading('2. Glue')).toBeVisible()
  await expect(page.getByRole('slider', { name: 'Start of chapter 1: Hello' })).toBeVisible()
  await picture(page, 't-chapters')
  await expectAccessible(page)

  await notes.heading('2. Glue').getByRole('button').click()
  await expect(title).toBeFocused()
  await notes.panel.getByRole('button', { name: 'Delete chapter 2' }).click()
  await expect(notes.heading('2. Glue')).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(notes.heading('2. Glue')).toBeVisible()
  await notes.inChapters('Suggest chapters')
  await expect(notes.panel.getByText('No pause is long enough')).toBeVisible()

  // They belong to the recording: kept after a reload, and published with it.
  await page.reload()
  await page.getByRole('tab', { name: 'Notes' }).click()
  await expect(notes.heading('2. Glue')).toBeVisible()
  const lines = await parolo(dataFolder, ['publish', recording, '--out', folder, '--name', '1'])
  expect(lines).toContain('<podcast:chapters url="…/1.chapters.json"')
})

test('a chapter stands in the text and over the sound, is dragged and moved by keys, and undone in order with the text', async ({
  visit,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const texts = await studio.texts()
  const flag = (title: string) => page.getByRole('slider', { name: `Start of chapter 1: ${title}` })
  const heading = studio.transcript.getByRole('heading')
  const at = async (): Promise<number> => Number(await flag('Glue').getAttribute('aria-valuenow'))
  const notes = notesPanel(page)
  const title = notes.panel.getByRole('textbox', { name: /^Title of chapter 1/u })
  await page.getByRole('tab', { name: 'Notes' }).click()
  await studio.toLine(studio.lines.nth(3))
  await notes.inChapters('Chapter here')
  await expect(title).toBeFocused()
  await page.keyboard.press('Escape')
  // The caret is still where it was.
  await studio.focus()
  await page.keyboard.press('x')
  await expect(studio.undo).toHaveAccessibleName('Undo typing')
  await notes.heading('Chapter 1').getByRole('button').press('Enter')
  await expect(title).toBeFocused()
  await page.keyboard.type('Glue')
  await page.keyboard.press('Enter')
  await expect(heading).toHaveText(/^1\. Glue 0:\d\d$/u)
  const start = await at()
  // It is above its paragraph and not part of the text.
  expect((await boxOf(heading)).y).toBeLessThan((await boxOf(studio.lines.nth(3))).y)
  expect((await boxOf(heading)).y).toBeGreaterThan((await boxOf(studio.lines.nth(2))).y)
  await studio.focus()
  expect(await studio.copyAll()).not.toContain('Glue')
  await picture(page, 't-chapter-in-text')
  await expectAccessible(page)

  await test.step('dragged, and moved by keys', async () => {
    const { x, y, width, height } = await boxOf(flag('Glue'))
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.down()
    await page.mouse.move(x + width / 2 + 150, y + height / 2, { steps: 5 })
    await page.mouse.up()
    await expect.poll(at).toBeGreaterThan(start + 1_000)
    const dragged = await at()
    await flag('Glue').focus()
    for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key)
    await expect.poll(at).toBe(dragged + 1_200)
    await expect(studio.undo).toHaveAccessibleName('Undo moving a chapter')
    // The keys are one step, the drag another.
    await page.keyboard.press('Control+z')
    await expect.poll(at).toBe(dragged)
    await page.keyboard.press('Control+z')
    await expect.poll(at).toBe(start)
  })

  await test.step('back through text and chapters in the order they were made, and forth again', async () => {
    await expect(studio.undo).toHaveAccessibleName('Undo renaming a chapter')
    await page.keyboard.press('Control+z')
    await expect(heading).toHaveText(/^Chapter 1 0:\d\d$/u)
    await expect(studio.undo).toHaveAccessibleName('Undo typing')
    await page.keyboard.press('Control+z')
    await expect.poll(() => studio.texts()).toEqual(texts)
    await expect(heading).toHaveCount(1)
    await expect(studio.undo).toHaveAccessibleName('Undo adding a chapter')
    await page.keyboard.press('Control+z')
    await expect(heading).toHaveCount(0)
    await expect(studio.undo).toBeDisabled()
    // The same keys in the text.
    await studio.transcript.focus()
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+y')
    await expect(heading).toHaveText(/^1\. Glue 0:\d\d$/u)
    await expect(studio.lines.nth(3)).toHaveText(/^x/iu)
  })

  await test.step('a click goes there, in the text and over the sound', async () => {
    await page.keyboard.press('Control+Home')
    await heading.getByRole('button').click()
    await soundDock(page).toBeAt(Math.floor(start / 1_000))
    await studio.toLine(studio.lines.nth(0))
    await flag('Glue').click()
    await soundDock(page).toBeAt(Math.floor(start / 1_000))
  })
})
