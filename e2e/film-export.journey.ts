import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { codecsOf, probed, run } from '../studio/sound/captioned/testing/films.ts'
import { makeFilms } from './support/films.ts'
import { parolo } from './support/libraries.ts'
import { rowOf } from './support/library-page.ts'
import { picture } from './support/picture.ts'
import { expect, test } from './support/test.ts'

const srt = `1
00:00:01,000 --> 00:00:02,000
Where is it?

2
00:00:03,000 --> 00:00:04,000
Yes, it's on the shelf.
`

test('a film with its captions is made from the page: what cannot be is told, what is made is downloaded', async ({
  visit,
  folder,
  dataFolder,
}) => {
  const [film = ''] = await makeFilms(folder, ['film'], 8)
  const captions = path.join(folder, 'film.srt')
  await writeFile(captions, srt)
  await parolo(dataFolder, ['add', captions])
  const page = await visit()
  await rowOf(page, 'film').getByRole('link').click()

  // MP4 has no place for the codecs of this film.
  await expect(page.getByText("Yes, it's on the shelf.").first()).toBeVisible()
  // The screen is made anew once the sound is ready.
  await expect(page.getByRole('region', { name: 'Player' })).toContainText('/ 0:08')
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: /^Export/u })
  await dialog.getByRole('option', { name: /^MP4 with captions/u }).click()
  await expect(dialog.getByLabel('Preview')).toContainText("Yes, it's on the shelf.")
  await picture(page, 'g-export-film')
  await dialog.getByRole('button', { name: 'Create the video' }).click()
  await expect(dialog).toBeHidden()
  const failed = page.getByRole('alert').filter({ hasText: 'was not written' })
  await expect(failed).toContainText('MP4 cannot hold what film.webm contains')
  await expect(failed).toContainText('Matroska can')
  await failed.getByRole('button', { name: 'Dismiss' }).click()
  await expect(failed).toBeHidden()

  // Matroska has; the captions are half a second later, as they were asked for.
  await page.keyboard.press('Control+e')
  await dialog.getByRole('option', { name: /^MKV with captions/u }).click()
  await dialog.getByText('Options of the file').click()
  const offset = dialog.getByRole('textbox', { name: 'Move all times by' })
  await offset.fill('0.5')
  await expect(dialog.getByLabel('Preview')).toContainText('00:00:01,500 --> 00:00:02,500')
  const coming = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Create the video' }).click()
  const download = await coming
  expect(download.suggestedFilename()).toBe('film.captions.mkv')
  const made = path.join(folder, 'made.mkv')
  await download.saveAs(made)
  expect(codecsOf(await probed(made))).toEqual(['vp8', 'opus', 'subrip'])
  const { stdout } = await run('ffmpeg', ['-v', 'error', '-i', made, '-map', '0:s:0', '-f', 'srt', '-'])
  expect(stdout).toContain("00:00:03,500 --> 00:00:04,500\nYes, it's on the shelf.")
  expect(path.basename(film)).toBe('film.webm')

  // It stays until it is deleted.
  await expect(page.getByText('“film.captions.mkv” is ready')).toHaveCount(2)
  const again = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  expect((await again).suggestedFilename()).toBe('film.captions.mkv')
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Download' })).toHaveCount(0)
})
