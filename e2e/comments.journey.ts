import { exportAs, zipEntries } from './support/exported-files.ts'
import { notesPanel } from './support/notes-panel.ts'
import { openText, selectRight } from './support/studio-page.ts'
import { storedTranscript } from './support/stored-transcript.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

test('words are commented on by keys, comments are resolved and deleted, seen in captions, and go into Word', async ({
  visit,
  dataFolder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const commented = page.locator('.parolo-comment')
  const field = page.getByRole('textbox', { name: /^Comment on/u })
  const { panel, items } = notesPanel(page)
  const row = (text: string) => panel.getByRole('button', { name: new RegExp(`^Comment ${text}`, 'u') })
  const line = studio.lines.nth(1)
  const words = (await line.innerText()).split(' ').slice(0, 2).join(' ')

  await test.step('on a selection, with a second line, and back in the text', async () => {
    await studio.toLine(line)
    await selectRight(page, words.length)
    await page.keyboard.press('Alt+m')
    await expect(field).toBeFocused()
    await page.keyboard.type('Who says so?')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('Ask.')
    await page.keyboard.press('Enter')
    await expect(studio.transcript).toBeFocused()
    await expect(commented).toHaveText([words])
    await expect(commented).toHaveAttribute('title', 'Comment: Who says so?\nAsk.')
    await expect(items).toHaveCount(1)
  })

  await test.step('on the word at the caret, by the bar of a selection and by the button', async () => {
    await studio.toLine(studio.lines.nth(2))
    await page.keyboard.press('Alt+m')
    await expect(field).toBeFocused()
    await page.keyboard.type('second')
    await page.keyboard.press('Enter')
    await studio.toLine(studio.lines.nth(0))
    await selectRight(page, 3)
    await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Comment' }).click()
    await expect(field).toBeFocused()
    await page.keyboard.type('first')
    await page.keyboard.press('Enter')
    await expect(items).toHaveCount(3)
    await expect(items.first()).toContainText('first')
  })

  await test.step('the comment at the caret is shown below the text', async () => {
    await page.getByRole('tab', { name: 'Voices' }).click()
    await studio.toLine(line)
    const note = page.getByRole('status', { name: 'Comment at the cursor' })
    await expect(note).toContainText('Who says so?')
    await note.getByRole('button', { name: 'Show in list' }).click()
    await expect(panel.locator('li[aria-current]')).toContainText('Who says so?')
  })

  await test.step('a click goes to the words; resolving and deleting are steps of the one history', async () => {
    await row('second').click()
    await expect(studio.transcript).toBeFocused()
    await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible()
    await panel.getByRole('button', { name: 'Resolve: second' }).press('Enter')
    await expect(items.last()).toContainText('Resolved')
    await expect(commented).toHaveCount(2)
    // By the keyboard alone, from the row to its actions.
    await row('first').press('Enter')
    await expect(row('first')).toBeFocused()
    await panel.getByRole('button', { name: 'Delete: first' }).press('Enter')
    await expect(items).toHaveCount(2)
    await expect(studio.undo).toHaveAccessibleName(/deleting a comment/u)
    await page.keyboard.press('Control+z')
    await expect(items).toHaveCount(3)
  })

  await test.step('in captions they are in the row, and another one is written there', async () => {
    await page.keyboard.press('Control+2')
    const cues = page.getByRole('list', { name: 'Captions' })
    await expect(cues).toContainText('Who says so?')
    await cues.locator('[data-cue]').first().click()
    await page.keyboard.press('Alt+m')
    await expect(field).toBeFocused()
    await page.keyboard.type('for the caption')
    await page.keyboard.press('Enter')
    await expect(cues.getByRole('listitem').first()).toContainText('for the caption')
    await expect(page.locator('[data-cue-field="0"]')).toBeFocused()
  })

  await test.step('they are stored, and Word gets them as its own', async () => {
    await studio.saved()
    const { marks } = await storedTranscript(dataFolder, recording)
    expect(marks.filter(({ kind }) => kind === 'comment').map(({ value }) => value)).toEqual(
      expect.arrayContaining(['first', 'Who says so?\nAsk.', 'second', 'for the caption']),
    )
    const { bytes } = await exportAs(page, 'Word (DOCX)')
    const files = zipEntries(bytes)
    const comments = files.get('word/comments.xml')?.toString('utf8') ?? ''
    expect(comments.match(/<w:comment /gu)).toHaveLength(4)
    expect(
      files
        .get('word/commentsExtended.xml')
        ?.toString('utf8')
        .match(/w15:done="1"/gu),
    ).toHaveLength(1)
  })
})
