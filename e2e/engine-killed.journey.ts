import { countedSound } from './support/counted-sound.ts'
import { countedWords } from './support/counted-words.ts'
import { enginesOf, holdOnce } from './support/engine-processes.ts'
import { parolo } from './support/libraries.ts'
import { rowOf } from './support/library-page.ts'
import { storedTranscript, textsOf } from './support/stored-transcript.ts'
import { studioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

const SECONDS = 200

test.use({ engine: 'counting' })

test('the engine is killed while it writes: another takes its place, no word is missing', async ({
  visit,
  host,
  dataFolder,
  folder,
}) => {
  test.skip(process.platform !== 'linux', 'processes are found by /proc')
  await parolo(dataFolder, ['add', await countedSound(folder, 'meeting-en', SECONDS)])
  const page = await visit()
  const studio = studioPage(page)
  await rowOf(page, 'meeting-en').getByRole('button', { name: 'Transcribe…' }).click()
  await page.getByRole('dialog').getByText('Faster, slightly less accurate').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Transcribe' }).click()
  await rowOf(page, 'meeting-en').getByRole('link').click()

  const strip = page.getByRole('main').getByRole('status')
  const goOn = await holdOnce(host, () => studio.beginsWith('At0x0'))
  const engines = enginesOf(host).map(({ pid }) => pid)
  expect(engines).not.toEqual([])
  for (const pid of engines) process.kill(pid, 'SIGKILL')
  expect((await studio.texts()).join(' ')).not.toContain('at196x5.')
  goOn()

  await expect(strip).toBeHidden({ timeout: 150_000 })
  await expect(page.getByRole('main').getByRole('alert')).toBeHidden()
  const said = countedWords({ from: 0, to: SECONDS }).map(({ text }) => text)
  expect(textsOf(await storedTranscript(dataFolder, 'meeting-en')).join(' ')).toBe(said.join(' '))
  await expect(studio.lines.first()).toHaveText(/^At0x0 .* at6x5\.$/u)
  expect(await parolo(dataFolder, ['list'])).toContain('done')
})
