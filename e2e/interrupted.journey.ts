import { formats } from '#core/formats/formats'
import { enginesOf, holdEngines, holdOnce, workInBursts } from './support/engine-processes.ts'
import { exportAs } from './support/exported-files.ts'
import { countedSound } from './support/counted-sound.ts'
import { countedWords } from './support/counted-words.ts'
import { startHost } from './support/host.ts'
import { parolo } from './support/libraries.ts'
import { rowOf } from './support/library-page.ts'
import { selectRight, studioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

const SECONDS = 200

test.use({ engine: 'counting' })

test('corrected at a third of the work, killed, page gone: both go on by themselves, all is in the export', async ({
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
  await page.getByRole('dialog').getByRole('button', { name: 'Transcribe' }).click()
  await rowOf(page, 'meeting-en').getByRole('link').click()

  // Two thirds of the work remain.
  const strip = page.getByRole('main').getByRole('status')
  const goOn = await holdOnce(host, () => studio.beginsWith('At0x0', 'At10x0'))
  expect(Number(/(\d+)%/u.exec(await strip.innerText())?.[1])).toBeLessThan(50)

  await studio.toLine(studio.lines.nth(0))
  await selectRight(page, 'At0x0 at0x5'.length)
  await page.keyboard.type('Kessler')
  // The engine continues to write; the caret does not move.
  const lines = await studio.lines.count()
  // A fast machine would be done before the host is killed.
  const goOnToTheEnd = await workInBursts(host, goOn, async () => (await studio.lines.count()) > lines)
  await page.keyboard.type(' Brothers')
  await expect(studio.lines.first()).toContainText('Kessler Brothers at1x0')
  await studio.saved()
  await studio.toLine(studio.lines.nth(1))
  // Nothing reaches it any more.
  process.kill(host.pid, 'SIGSTOP')
  await page.keyboard.insertText('Nachtrag. ')
  goOnToTheEnd()
  await host.kill()
  await page.close()
  expect(await parolo(dataFolder, ['search', 'Kessler'])).toContain('meeting-en')
  expect(await parolo(dataFolder, ['search', 'Nachtrag'])).not.toContain('meeting-en')

  const again = await startHost({ dataFolder, port: host.port, engine: 'counting' })
  try {
    // A fast machine would be done before the page is loaded.
    await expect.poll(() => enginesOf(again).length, { intervals: [50] }).toBeGreaterThan(0)
    const goOnAgain = holdEngines(again)
    const later = await visit()
    const studioLater = studioPage(later)
    await rowOf(later, 'meeting-en').getByRole('link').click()
    await expect(studioLater.lines.first()).toContainText('Kessler Brothers at1x0')
    await expect(studioLater.lines.nth(1)).toContainText(/^Nachtrag\. At10x0/u)
    await studioLater.saved()
    const work = later.getByRole('main').getByRole('status')
    await expect(work).toContainText(/\d%/u)
    goOnAgain()
    await expect(work).toBeHidden({ timeout: 150_000 })

    const { bytes } = await exportAs(later, 'Parolo (JSON)')
    const words = formats.json
      .read?.(bytes.toString('utf8'))
      .document.transcript.paragraphs.flatMap((paragraph) => paragraph.words.map(({ text }) => text))
    const said = countedWords({ from: 0, to: SECONDS }).map(({ text }) => text)
    const corrected = said.join(' ').replace('At0x0 at0x5', 'Kessler Brothers')
    expect(words?.join(' ')).toBe(corrected.replace(' At10x0', ' Nachtrag. At10x0'))
  } finally {
    await again.stop()
  }
})
