import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { described, measured } from '../studio/sound/sound-file/testing/sound-files.ts'
import { ffmpeg, lavfi } from '../studio/sound/captioned/testing/films.ts'
import { showFormat } from './support/exported-files.ts'
import { dropFiles } from './support/give-files.ts'
import { picture } from './support/picture.ts'
import { expect, test } from './support/test.ts'

const srt = '1\n00:00:01,000 --> 00:00:02,000\nWhere is it?\n'

test('the sound of a recording: as loud as podcasts are, with its size before and its loudness after', async ({
  visit,
  folder,
}) => {
  const [sound, captions] = [path.join(folder, 'talk.wav'), path.join(folder, 'talk.srt')]
  const noise = 'anoisesrc=color=pink:amplitude=0.1:seed=7:sample_rate=44100:duration=6'
  await ffmpeg(lavfi(`${noise},asplit[a][b];[b]volume=0.5[c];[a][c]amerge`), sound)
  await writeFile(captions, srt)
  const page = await visit()
  await dropFiles(page, [captions, sound])
  await expect(page.getByText('Where is it?').first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Player' })).toContainText('/ 0:06')

  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: /^Export/u })
  await showFormat(dialog, 'WAV')
  const facts = dialog.getByRole('region', { name: 'The file of sound' })
  await expect(facts).toContainText('1.1 MB')
  await expect(facts).toContainText('2 (stereo)')
  await expect(facts).toContainText('44.1 kHz')
  await showFormat(dialog, 'MP3')
  await dialog.getByRole('button', { name: /Quality/u }).click()
  await page.getByRole('option', { name: '128 kbit/s' }).click()
  await dialog.getByRole('button', { name: /Loudness/u }).click()
  await page.getByRole('option', { name: /podcasts/u }).click()
  await expect(facts).toContainText('about 96 kB')
  await expect(facts).toContainText('peaks stay under −1 dBTP')
  await picture(page, 'g-export-sound')

  const coming = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Create the file' }).click()
  await expect(dialog).toBeHidden()
  const download = await coming
  expect(download.suggestedFilename()).toBe('talk.mp3')
  const said = page.getByText(/^-16\.\d LUFS, was -\d+\.\d; true peak -\d+\.\d dBTP$/u)
  await expect(said).toBeVisible()
  const made = path.join(folder, 'made.mp3')
  await download.saveAs(made)
  const { streams, format } = await described(made)
  expect(streams).toMatchObject([{ channels: 2, sample_rate: '44100' }])
  expect(Number(format.duration)).toBeCloseTo(6, 1)
  expect(await said.innerText()).toContain(String((await measured(made)).integrated))

  // What was chosen is there the next time, in the person's language too.
  await page.keyboard.press('Control+e')
  await expect(dialog.getByRole('button', { name: /Loudness/u })).toContainText('−16 LUFS, podcasts')
  await expect(dialog.getByRole('button', { name: /Quality/u })).toContainText('128 kbit/s')
})
