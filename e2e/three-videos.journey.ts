import type { Page } from '@playwright/test'
import { makeFilms } from './support/films.ts'
import { parolo } from './support/libraries.ts'
import { rowOf } from './support/library-page.ts'
import { heldConnections } from './support/sockets.ts'
import { studioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

const NAMES = ['one', 'two', 'three'] as const

const pictures = (page: Page) => page.getByLabel('Video', { exact: true })

const secondsShown = (page: Page): Promise<number> =>
  pictures(page).evaluate((video) => (video instanceof HTMLVideoElement ? video.currentTime : -1))

test('three pages that play video, and a fourth that loads, searches and writes at once', async ({
  visit,
  host,
  folder,
  dataFolder,
}) => {
  const films = await makeFilms(folder, NAMES, 56)
  await parolo(
    dataFolder,
    ['transcribe', ...films, '--quick', '--language', 'en', '--out', folder],
    'counting',
  )
  const playing: Page[] = []
  for (const name of NAMES) {
    const page = await visit()
    await rowOf(page, name).getByRole('link').click()
    await page.getByRole('region', { name: 'Player' }).getByRole('button', { name: 'Play' }).click()
    playing.push(page)
  }
  for (const page of playing) await expect.poll(() => secondsShown(page)).toBeGreaterThan(1)

  // None of the six connections is held by a video of which the browser has buffered enough.
  if (process.platform === 'linux') await expect.poll(() => heldConnections(host.port)).toBe(0)
  const fourth = await visit()
  await fourth.getByRole('searchbox').fill('at5x5 at6x0')
  const hits = fourth.getByRole('main').getByRole('listitem')
  await expect(hits).toHaveCount(3)
  await hits.first().getByRole('link').click()
  const studio = studioPage(fourth)
  await studio.toLine(studio.lines.first())
  await fourth.keyboard.type('Kessler: ')
  await studio.saved()
  await fourth.getByRole('region', { name: 'Player' }).getByRole('button', { name: 'Play' }).click()
  await expect.poll(() => secondsShown(fourth)).toBeGreaterThan(0.5)

  for (const page of playing) {
    const then = await secondsShown(page)
    await expect.poll(() => secondsShown(page)).toBeGreaterThan(then)
  }
})
