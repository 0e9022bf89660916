import path from 'node:path'
import type { Locator } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { makeFilms } from './support/films.ts'
import { parolo } from './support/libraries.ts'
import { rowOf } from './support/library-page.ts'
import { studioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

/** Folder for pictures, for a person to look at; none are made if it is not set. */
const pictures = process.env['PAROLO_PICTURES']

test('a film plays beside the text, muted and in step with the sound, with its captions over it', async ({
  visit,
  folder,
  dataFolder,
}) => {
  const films = await makeFilms(folder, ['film'], 8)
  await parolo(dataFolder, ['transcribe', ...films, '--quick', '--language', 'en', '--out', folder])
  const page = await visit()
  await rowOf(page, 'film').getByRole('link').click()
  const studio = studioPage(page)
  const player = page.getByRole('region', { name: 'Player' })
  const picture = page.getByRole('figure', { name: 'Picture' })
  const video = picture.getByLabel('Video')

  // Next to the text, not over it.
  await studio.toLine(studio.lines.nth(1))
  const text = await boxOf(studio.transcript)
  const shown = await boxOf(picture)
  expect(shown.x).toBeGreaterThan(text.x + text.width)
  expect(shown.width / shown.height).toBeCloseTo(16 / 9, 1)

  await player.getByRole('button', { name: 'Play' }).click()
  await expect(picture).toContainText("Yes, it's on the shelf.")
  expect(await video.evaluate((film) => (film as HTMLVideoElement).muted)).toBe(true)
  await player.getByRole('button', { name: 'Pause' }).click()
  await expect.poll(() => stillSeconds(video)).toBeGreaterThan(3)
  const second = Math.floor(await stillSeconds(video))
  await expect(player).toContainText(`0:0${second} / 0:08`)
  if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, 'video-text.png') })

  await expectAccessible(page)

  // A correction appears in the caption.
  await studio.toLine(studio.lines.nth(1))
  await page.keyboard.type('Kessler: ')
  await expect(picture).toContainText("Kessler: Yes, it's on the shelf.")

  await page.keyboard.press('Control+2')
  await expect(picture).toContainText("Kessler: Yes, it's on the shelf.")
  // The picture at the playback position: the caret's word, chosen by the click.
  await expect.poll(async () => Math.floor(await stillSeconds(video))).toBe(3)
  const caption = await boxOf(picture.locator('p'))
  const film = await boxOf(video)
  expect(caption.y).toBeGreaterThan(film.y + film.height / 2)
  expect(caption.y + caption.height).toBeLessThan(film.y + film.height)
  if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, 'video-captions.png') })
})

/** The time of the visible picture while paused; -1 while there is none. */
function stillSeconds(video: Locator): Promise<number> {
  return video.evaluate((element) => {
    const film = element as HTMLVideoElement
    return film.paused && !film.seeking && film.readyState >= film.HAVE_CURRENT_DATA ? film.currentTime : -1
  })
}

async function boxOf(element: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await element.boundingBox()
  if (box === null) throw new Error('it is not to be seen')
  return box
}
