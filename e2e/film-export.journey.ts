import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { codecsOf, probed, run } from '../studio/sound/captioned/testing/films.ts'
import { makeFilms } from './support/films.ts'
import { exportAs, showFormat } from './support/exported-files.ts'
import { dropFiles } from './support/give-files.ts'
import { picture, pictures } from './support/picture.ts'
import { expect, test } from './support/test.ts'

/** As written by other programs: a byte order mark, CRLF, a dot in a time, no number, an extra empty line. */
const srt = `\uFEFF1
00:00:01,000 --> 00:00:02.000
Where is it?


00:00:03,000 --> 00:00:04,000
Yes, it's on
the shelf.
`.replaceAll('\n', '\r\n')

test('a film comes with the captions of another program: corrected, saved, muxed, burned in, downloaded', async ({
  visit,
  folder,
}) => {
  const [film = ''] = await makeFilms(folder, ['film'], 8)
  const captions = path.join(folder, 'film.en.srt')
  await writeFile(captions, srt)
  const page = await visit()
  await dropFiles(page, [captions, film])

  // They open with their video; errors in the file are reported.
  await expect(page.getByText(/transcript imported\. \d+ errors? in the file/u)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Align with the speech' })).toBeVisible()
  await expect(page.getByText("Yes, it's on the shelf.").first()).toBeVisible()
  // The screen is rendered again once the sound is ready.
  await expect(page.getByRole('region', { name: 'Player' })).toContainText('/ 0:08')

  // A word is corrected; times and lines stay as in the file.
  await page.keyboard.press('Control+2')
  await page.getByRole('button', { name: /^Where is it/u }).click()
  await expect(page.getByRole('textbox', { name: /^Caption/u })).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+Delete')
  await page.keyboard.type('Who ')
  const saved = (await exportAs(page, 'SubRip (SRT)')).bytes.toString('utf8')
  expect(saved).toBe(
    "1\n00:00:01,000 --> 00:00:02,000\nWho is it?\n\n2\n00:00:03,000 --> 00:00:04,000\nYes, it's on\nthe shelf.\n",
  )

  // MP4 does not support the codecs of this video.
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: /^Export/u })
  await showFormat(dialog, /^MP4 with captions/u)
  await expect(dialog.getByLabel('Preview')).toContainText("Yes, it's on")
  await picture(page, 'g-export-film')
  await dialog.getByRole('button', { name: 'Create the video' }).click()
  await expect(dialog).toBeHidden()
  const failed = page.getByRole('alert').filter({ hasText: 'was not written' })
  await expect(failed).toContainText('MP4 cannot hold what film.webm contains')
  await expect(failed).toContainText('Matroska can')
  await failed.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Dismiss' }).click()
  await expect(failed).toBeHidden()

  // Matroska does; the captions are half a second later, as requested.
  await page.keyboard.press('Control+e')
  await showFormat(dialog, /^MKV with captions/u)
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
  // The line ends depend on ffmpeg.
  expect(stdout.replaceAll('\r', '')).toContain("00:00:03,500 --> 00:00:04,500\nYes, it's on\nthe shelf.")
  expect(path.basename(film)).toBe('film.webm')

  // It is kept until it is deleted.
  await expect(page.getByText('“film.captions.mkv” is ready')).toHaveCount(2)
  const again = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  expect((await again).suggestedFilename()).toBe('film.captions.mkv')
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Download' })).toHaveCount(0)

  // Burned in, on a box, as the page shows them: any player shows them, and the picture has them only at their time.
  await page.keyboard.press('Control+e')
  await showFormat(dialog, /^MP4, captions burned in/u)
  await dialog.getByText('Options of the file').click()
  await expect(dialog.getByRole('checkbox', { name: /^Dark box behind the text/u })).toBeChecked()
  const burning = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Create the video' }).click()
  const burned = path.join(folder, 'burned.mp4')
  await (await burning).saveAs(burned)
  expect(codecsOf(await probed(burned))).toEqual(['h264', 'aac'])
  const [without, during] = [await darkBelow(burned, 2.5), await darkBelow(burned, 3.5)]
  expect(during - without).toBeGreaterThan(500)
  if (pictures !== undefined) {
    const frame = path.join(pictures, 'burned.png')
    await run('ffmpeg', ['-v', 'error', '-y', '-ss', '3.5', '-i', burned, '-frames:v', '1', frame])
  }
})

/** How many pixels in the lower third of the picture at that second are nearly black. */
async function darkBelow(file: string, second: number): Promise<number> {
  const words = ['-v', 'error', '-ss', String(second), '-i', file, '-frames:v', '1']
  const lower = ['-vf', 'crop=iw:ih/3:0:ih*2/3', '-pix_fmt', 'gray', '-f', 'rawvideo', '-']
  const { stdout } = await run('ffmpeg', [...words, ...lower], { encoding: 'buffer' })
  return [...stdout].filter((gray) => gray < 60).length
}
