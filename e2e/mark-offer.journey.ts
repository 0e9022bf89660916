import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { json } from '../core/formats/json/json.ts'
import { formats } from '../core/formats/formats.ts'
import { parolo } from './support/libraries.ts'
import { textsOf, storedTranscript } from './support/stored-transcript.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'
import { typeInField } from './support/type-in-field.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

/**
 * A newer transcript of the recording, in which the second paragraph was not recognized, as a file in
 * `folder`.
 */
async function newerTranscript(dataFolder: string, folder: string): Promise<string> {
  const text = await parolo(dataFolder, ['export', recording, '--format', 'json', '--stdout'])
  const { document } = formats.json.read?.(text) ?? {}
  if (document === undefined) throw new Error('JSON can be read')
  const { transcript } = document
  const paragraphs = transcript.paragraphs
    .filter((_, index) => index !== 1)
    .map((paragraph) => ({
      ...paragraph,
      id: `n${paragraph.id}`,
      words: paragraph.words.map((word) => ({ ...word, id: `n${word.id}` })),
    }))
  const file = path.join(folder, 'newer.parolo.json')
  const newer = { ...document, transcript: { ...transcript, paragraphs, marks: [] } }
  await writeFile(file, json.write?.(newer, { speakerLabel: String }).text ?? '')
  return file
}

test('a newer transcript gets the marks of the corrected one; what has no place is listed; undo takes all back', async ({
  visit,
  dataFolder,
  folder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  for (const [line, text] of [
    [0, 'stays'],
    [1, 'has no place'],
    [2, 'stays too'],
  ] as const) {
    await studio.toLine(studio.lines.nth(line))
    await page.keyboard.press('Alt+m')
    await typeInField(page, text)
    await page.keyboard.press('Enter')
    await expect(studio.transcript).toBeFocused()
  }
  await studio.saved()
  const before = await studio.texts()
  await parolo(dataFolder, ['add', await newerTranscript(dataFolder, folder)])

  const offer = page.getByRole('status').filter({ hasText: 'There is a newer transcript' })
  await expect(offer).toContainText('Copy your 3 annotations to it?')
  await offer.getByRole('button', { name: 'Preview…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy annotations' })
  await expect(dialog.getByRole('row', { name: 'Comments' })).toHaveText('Comments21')
  await expect(dialog.getByRole('listitem')).toContainText('has no place')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  // It stays while hovered.
  await page.getByText('2 annotations copied.').hover()

  // The page now shows the newer transcript.
  await expect(studio.lines).toHaveCount(before.length - 1)
  await expect(page.locator('.parolo-comment')).toHaveCount(2)
  // Marks without a place are not offered here either.
  await expect(page.getByRole('button', { name: 'Preview…' })).toBeHidden()
  const stored = await storedTranscript(dataFolder, recording)
  expect(textsOf(stored)).toEqual(before.filter((_, index) => index !== 1))
  await expect(studio.undo).toHaveAccessibleName(/copying annotations/u)
  await studio.transcript.focus()
  await page.keyboard.press('Control+z')
  await expect(page.locator('.parolo-comment')).toHaveCount(0)
  await expect(studio.undo).toBeDisabled()

  // And back to the earlier one, which is unchanged; its details link to the newer one again.
  await page.getByRole('button', { name: 'Back to the earlier one' }).click()
  await expect(studio.lines).toHaveCount(before.length)
  await expect(page.locator('.parolo-comment')).toHaveCount(3)
  await page.getByRole('tab', { name: 'Details' }).click()
  // The list follows the text a moment later: before that, the button is the one of the shown transcript.
  await expect(async () => {
    await page.getByRole('button', { name: /^Show the transcript: .*corrected by you/u }).click()
    await expect(studio.lines).toHaveCount(before.length - 1, { timeout: 5_000 })
  }).toPass()
})
