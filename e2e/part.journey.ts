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
})
