import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { exportAs } from './support/exported-files.ts'
import { chooseInMenu } from './support/library-page.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

test('the page with sound of a trimmed recording holds the kept part alone: no other word, no other second', async ({
  visit,
  folder,
}) => {
  const studio = await visit()
  await chooseInMenu(studio, 'conversation-en', 'More', 'Trim…')
  const dialog = studio.getByRole('dialog')
  await dialog.getByLabel('Keep from').fill('0:10')
  await dialog.getByLabel('Keep until').fill('0:25')
  await dialog.getByRole('button', { name: 'Keep this part' }).click()
  await expect(dialog).toBeHidden()

  await openText(studio, 'conversation-en')
  const { bytes } = await exportAs(studio, 'Web page (HTML)')
  const file = path.join(folder, 'page.html')
  await writeFile(file, bytes)
  const page = await studio.context().newPage()
  await page.goto(pathToFileURL(file).href)
  const sound = page.locator('audio')
  await expect.poll(() => sound.evaluate((media: HTMLAudioElement) => Math.round(media.duration))).toBe(15)
  const starts = await page
    .locator('main p[data-start]')
    .evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-start'))))
  expect(starts.length).toBeGreaterThan(1)
  // Times of the whole recording; the sound begins at the kept part.
  expect(Math.min(...starts)).toBeGreaterThanOrEqual(9.9)
  expect(Math.max(...starts)).toBeLessThan(25)
  await page.locator('main p[data-start]').last().getByRole('button').click()
  const at = await sound.evaluate((media: HTMLAudioElement) => media.currentTime)
  expect(at).toBeGreaterThanOrEqual(Math.max(...starts) - 10.1)
  expect(at).toBeLessThan(15.1)

  // All that the file holds of sound, whatever its player shows.
  const data = /data:audio\/webm;base64,([A-Za-z0-9+/=]+)/u.exec(bytes.toString('utf8'))?.[1] ?? ''
  const own = path.join(folder, 'sound.webm')
  await writeFile(own, Buffer.from(data, 'base64'))
  const facts = ['-v', 'error', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', own]
  const { stdout } = await promisify(execFile)('ffprobe', facts)
  const times = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map(Number.parseFloat)
  expect(Math.min(...times)).toBeGreaterThan(-0.2)
  expect(Math.max(...times)).toBeLessThan(15.1)
})
