import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { codecsOf, probed, run } from '../studio/sound/captioned/testing/films.ts'
import { showFormat } from './support/exported-files.ts'
import { makeFilms } from './support/films.ts'
import { dropFiles } from './support/give-files.ts'
import { expect, test } from './support/test.ts'

const srt = `1
00:00:01,000 --> 00:00:02,000
Where is it?

2
00:00:05,000 --> 00:00:06,000
Yes, it's on the shelf.
`

test('a film of the cut has its pictures, sound and captions, in its own time', async ({ visit, folder }) => {
  const [film = ''] = await makeFilms(folder, ['film'], 8)
  const captions = path.join(folder, 'film.en.srt')
  await writeFile(captions, srt)
  const page = await visit()
  await dropFiles(page, [captions, film])
  // The screen is rendered again once the sound is ready.
  await expect(page.getByRole('region', { name: 'Player' })).toContainText('/ 0:08')
  await page.getByText('Where is it?').first().click()
  await page.keyboard.press('Alt+k')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Delete')
  await expect(page.getByRole('region', { name: 'Cut of the sound' })).toContainText('1 cut')

  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: /^Export/u })
  await expect(dialog.getByRole('radio', { name: 'The cut' })).toBeChecked()
  await showFormat(dialog, /^MP4 with captions/u)
  const coming = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Create the video' }).click()
  const made = path.join(folder, 'made.mp4')
  await (await coming).saveAs(made)
  const facts = await probed(made)
  expect(codecsOf(facts)).toEqual(['h264', 'aac', 'mov_text'])
  const seconds = Number(facts.format.duration)
  expect(seconds).toBeGreaterThan(6)
  expect(seconds).toBeLessThan(7.2)
  const { stdout } = await run('ffmpeg', ['-v', 'error', '-i', made, '-map', '0:s:0', '-f', 'srt', '-'])
  expect(stdout).not.toContain('Where')
  const [, start = ''] = /^00:00:(\d\d,\d{3}) --> /mu.exec(stdout) ?? []
  expect(Math.abs(Number(start.replace(',', '.')) - (5 - (8 - seconds)))).toBeLessThan(0.1)
})
