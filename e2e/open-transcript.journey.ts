import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { twoVoicesEn } from '../cli/testing/speech.ts'
import { json } from '../core/formats/json/json.ts'
import { sampleDocument } from '../core/formats/testing/sample-document.ts'
import { sha256OfFile } from '../studio/files/sha256-of-file.ts'
import { dropFiles, pickFiles } from './support/give-files.ts'
import { rowOf } from './support/library-page.ts'
import { expect, test } from './support/test.ts'

/** A transcript as exported by Parolo, of a recording that the library does not have. */
async function makeTranscript(folder: string, title: string): Promise<string> {
  const { recording, transcript } = sampleDocument('fixtures/speech/two-voices-8s-en.json')
  const document = {
    recording: { ...recording, title, fileName: 'two voices.opus', sha256: await sha256OfFile(twoVoicesEn) },
    transcript,
  }
  const file = path.join(folder, `${title}.parolo.json`)
  await writeFile(file, json.write?.(document, { speakerLabel: String }).text ?? '')
  return file
}

test('a transcript that is dropped opens without its sound, which is located and then plays', async ({
  visit,
  folder,
}) => {
  const file = await makeTranscript(folder, 'The well')
  const page = await visit()
  await dropFiles(page, [file])
  await expect(page).toHaveURL(/#\/recording\//u)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const words = sampleDocument('fixtures/speech/two-voices-8s-en.json').transcript.paragraphs[0]?.words ?? []
  await expect(
    page.getByText(
      words
        .map(({ text }) => text)
        .slice(0, 4)
        .join(' '),
    ),
  ).toBeVisible()
  const dock = page
    .getByRole('alert')
    .filter({ hasText: 'This transcript was imported without its recording.' })
  await expect(dock).toContainText('Locate two voices.opus to play it.')
  await pickFiles(page, dock, 'Locate…', [twoVoicesEn])
  await expect(page.getByText('File located.')).toBeVisible()
  await expect(dock).toHaveCount(0)
  const player = page.getByRole('region', { name: 'Player' })
  await player.getByRole('button', { name: 'Play' }).click()
  await expect(player.getByRole('button', { name: 'Pause' })).toBeVisible()
})

test('a transcript that is picked and is damaged says where; the same whole one opens, and once', async ({
  visit,
  folder,
}) => {
  const whole = await makeTranscript(folder, 'Minutes')
  const cut = path.join(folder, 'Cut off.parolo.json')
  await writeFile(cut, (await readFile(whole, 'utf8')).slice(0, 900))
  const page = await visit()
  await pickFiles(page, page, 'Choose a file…', [cut])
  await expect(rowOf(page, 'Cut off.parolo.json')).toContainText(
    /This file is incomplete or damaged at line \d+, column \d+\./u,
  )
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await dropFiles(page, [whole])
  await expect(page).toHaveURL(/#\/recording\//u)
  await page.goBack()
  await expect(rowOf(page, 'Minutes')).toContainText('This transcript was imported without its recording.')
  await dropFiles(page, [whole])
  await expect(page.getByText(/^“Minutes” already has exactly this transcript, so /u)).toBeVisible()
  await expect(page).toHaveURL(/#\/recording\//u)
  await page.goBack()
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1)
})
