import { enginesOf } from './support/engine-processes.ts'
import { parolo } from './support/libraries.ts'
import { rowOf } from './support/library-page.ts'
import { shortMeeting } from './support/short-meeting.ts'
import { studioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test('the engine is killed while it writes: another takes its place, no word is missing', async ({
  visit,
  host,
  dataFolder,
  folder,
}) => {
  test.skip(process.platform !== 'linux', 'processes are found by /proc')
  await parolo(dataFolder, ['add', await shortMeeting(folder)])
  const page = await visit()
  const studio = studioPage(page)
  await rowOf(page, 'meeting-en').getByRole('button', { name: 'Transcribe…' }).click()
  await page.getByRole('dialog').getByText('Faster, slightly less accurate').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Transcribe' }).click()
  await rowOf(page, 'meeting-en').getByRole('link').click()

  const strip = page.getByRole('main').getByRole('status')
  await expect(studio.lines.first()).toContainText(/\w+ \w+/u, { timeout: 60_000 })
  const engines = enginesOf(host).map(({ pid }) => pid)
  expect(engines).not.toEqual([])
  for (const pid of engines) process.kill(pid, 'SIGKILL')
  expect((await studio.texts()).join(' ')).not.toMatch(/See you on Thursday/u)

  await expect(strip).toBeHidden({ timeout: 90_000 })
  await expect(page.getByRole('main').getByRole('alert')).toBeHidden()
  const all = (await studio.texts()).join(' ')
  expect(all).toMatch(/^Good morning.* volunteers .* council .*See you on Thursday/u)
  expect(await parolo(dataFolder, ['list'])).toContain('done')
})
