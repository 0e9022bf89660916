import { transcriptWords } from '#core/transcript/transcript'
import { pickFiles } from './support/give-files.ts'
import { fixturePath } from './support/libraries.ts'
import { chooseInMenu, rowOf } from './support/library-page.ts'
import { storedTranscript } from './support/stored-transcript.ts'
import { expect, test } from './support/test.ts'

const title = 'two-voices-8s-en'

// The cuts of real speech are tested in studio/recognition/range.test.ts.
test.use({ engine: 'counting' })

test('a part of a recording: words only there, said in the details; the same again is known', async ({
  visit,
  dataFolder,
}) => {
  const page = await visit()
  await pickFiles(page, page, 'Choose a file…', [fixturePath(`${title}.opus`)])
  const dialog = page.getByRole('dialog', { name: /^Transcribe (?:this recording|again)$/u })
  const from = dialog.getByRole('textbox', { name: 'From' })
  const to = dialog.getByRole('textbox', { name: 'To' })
  const start = dialog.getByRole('button', { name: 'Transcribe' })
  const choosePart = async (fromTime: string, toTime: string): Promise<void> => {
    await dialog.getByText('Only a part', { exact: true }).click()
    await from.fill(fromTime)
    await to.fill(toTime)
    await start.click()
  }
  await choosePart('0:08', '0:03')
  await expect(dialog).toContainText('The end must be later than the start.')
  await from.fill('0:03')
  await to.fill('0:08')
  await start.click()
  await expect(dialog).toBeHidden()

  const row = rowOf(page, title)
  await expect(row).toContainText(/to check|no likely errors/iu, { timeout: 150_000 })
  const transcript = await storedTranscript(dataFolder, title)
  const words = transcriptWords(transcript)
  expect(words.length).toBeGreaterThan(5)
  for (const { startMs, endMs } of [...words, ...transcript.turns]) {
    expect(startMs).toBeGreaterThanOrEqual(3_000)
    expect(endMs).toBeLessThanOrEqual(8_000)
  }

  await chooseInMenu(page, title, 'Transcribe again…')
  await choosePart('0:03', '0:08')
  await expect(dialog.getByRole('status')).toContainText('already been transcribed with these settings')
  await dialog.getByRole('button', { name: 'Open transcript' }).click()
  await page.getByRole('tab', { name: 'Details' }).click()
  await expect(page.getByText('0:03 to 0:07 only')).toBeVisible()

  // The whole of it again: said on any screen, once, and the former transcript is one press away.
  await page.getByRole('link', { name: 'Recordings', exact: true }).click()
  await chooseInMenu(page, title, 'Transcribe again…')
  await expect(dialog).toContainText('The former one stays in Details')
  await start.click()
  await expect(dialog).toBeHidden()
  await page.keyboard.press('Control+,')
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  const message = page.getByRole('alertdialog').filter({ hasText: 'was transcribed again' })
  await expect(message).toHaveCount(1, { timeout: 150_000 })
  await expect(message).toContainText(
    `“${title}” was transcribed again. The new transcript is now the current one.`,
  )
  await message.getByRole('button', { name: 'Show the former one' }).click()
  await page.getByRole('tab', { name: 'Details' }).click()
  await expect(page.getByText('0:03 to 0:07 only')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Other transcripts' })).toBeVisible()
  await expect(message).toHaveCount(0)
})
