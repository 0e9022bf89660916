import { cp } from 'node:fs/promises'
import path from 'node:path'
import { makeMoonshineFolder } from '../studio/models/testing/moonshine.ts'
import { countedSound } from './support/counted-sound.ts'
import { countedWords } from './support/counted-words.ts'
import { enginesOf, holdEngines, holdOnce } from './support/engine-processes.ts'
import { dragFiles, dropFiles, pasteFile, pickFiles } from './support/give-files.ts'
import { fixturePath, parolo } from './support/libraries.ts'
import { choose, rowOf } from './support/library-page.ts'
import { storedTranscript, textsOf } from './support/stored-transcript.ts'
import { studioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

const twoVoices = fixturePath('two-voices-8s-en.opus')
const oneVoice = fixturePath('one-voice-20s-en.opus')

/** Long enough to be still in progress when it is paused. */
const SECONDS = 200
const said = countedWords({ from: 0, to: SECONDS }).map(({ text }) => text)

test.describe('while text is written', () => {
  test.use({ engine: 'counting' })

  test('two files dropped on the window: one dialog, words while the job runs, pause, on, stop, on', async ({
    visit,
    host,
    folder,
  }) => {
    const meeting = await countedSound(folder, 'meeting-en', SECONDS)
    const page = await visit()
    const studio = studioPage(page)
    const letGo = page.getByText('Drop to import')

    const drag = await dragFiles(page, [meeting, twoVoices])
    await expect(letGo).toBeVisible()
    await drag.drop()
    await expect(letGo).toBeHidden()

    const dialog = page.getByRole('dialog', { name: 'Transcribe these recordings' })
    await expect(dialog).toContainText('meeting-en, two-voices-8s-en')
    await expect(dialog.getByRole('button', { name: 'Spoken language' })).toContainText('Automatic')
    await dialog.getByText('Faster, slightly less accurate').click()
    await dialog.getByRole('button', { name: 'Transcribe' }).click()

    // One is running, the other waits.
    const first = rowOf(page, 'meeting-en')
    const second = rowOf(page, 'two-voices-8s-en')
    await expect(second).toContainText('Queued')
    await expect(first.getByRole('status')).toContainText(
      /Preparing audio|Detecting speech|Identifying speakers|Transcribing/u,
    )

    // The text grows while it is read.
    await first.getByRole('link').click()
    const strip = page.getByRole('main').getByRole('status')
    // Otherwise it would be done before it is paused.
    const goOn = await holdOnce(host, () => studio.beginsWith('At0x0'))
    await expect(strip).toContainText('Transcribing')
    const early = await studio.texts()

    await page.getByRole('button', { name: 'Pause', exact: true }).first().click()
    await expect(strip).toContainText('Paused')
    goOn()
    // The waiting file gets its turn meanwhile; then nothing is running any more.
    await page.getByRole('link', { name: 'Recordings' }).click()
    await expect(second).toContainText(/to check|no likely errors/iu, { timeout: 150_000 })
    await expect(first).toContainText('Paused')
    await expect.poll(() => enginesOf(host)).toEqual([])
    await first.getByRole('link').click()
    await expect(studio.lines.first()).toBeVisible()
    await studio.toLine(studio.lines.first())
    const paused = await studio.copyAll()
    expect(paused).toMatch(/^At0x0 /u)
    expect(paused).not.toContain(said.at(-1))
    const goOnAgain = holdEngines(host)
    await page.getByRole('button', { name: 'Resume' }).click()
    await expect(strip).not.toContainText('Paused')

    await page.getByRole('main').getByRole('button', { name: 'Stop' }).click()
    await expect(page.getByText('Transcription stopped. The text so far is kept.')).toBeVisible()
    goOnAgain()
    expect((await studio.texts())[0]).toBeTruthy()
    await page.getByRole('button', { name: 'Resume' }).click()
    await expect(strip).toBeVisible()
    await expect(strip).toBeHidden({ timeout: 150_000 })
    await studio.toLine(studio.lines.first())
    const done = (await studio.copyAll()).replaceAll('\n', ' ')
    expect(done).toBe(said.join(' '))
    expect(done.length).toBeGreaterThan(early.join(' ').length)

    await page.getByRole('link', { name: 'Recordings' }).click()
    await expect(first).toContainText(/to check|no likely errors/iu)
  })

  test('what the command line adds while the page is open is there at once, what it writes grows there', async ({
    visit,
    dataFolder,
    folder,
  }) => {
    const page = await visit()
    await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible()
    const sound = await countedSound(folder, 'talk', SECONDS)
    await parolo(dataFolder, ['add', sound])
    const row = rowOf(page, 'talk')
    await expect(row).toBeVisible()
    await row.getByRole('link').click()
    const words = ['transcribe', sound, '--quick', '--language', 'en', '--out', folder]
    const written = parolo(dataFolder, words, 'counting')
    const studio = studioPage(page)
    const strip = page.getByRole('main').getByRole('status')
    // The command line takes seconds to start.
    await expect(strip).toBeVisible({ timeout: 150_000 })
    await expect(studio.lines.first()).toContainText(/\w+ \w+/u, { timeout: 150_000 })
    await expect(strip).toBeHidden({ timeout: 150_000 })
    await written
    expect(textsOf(await storedTranscript(dataFolder, 'talk')).join(' ')).toBe(said.join(' '))
  })
})

test(
  'files picked and pasted: the dialog remembers language and model; the same file is known',
  { tag: '@main' },
  async ({ visit, folder, dataFolder }) => {
    await parolo(dataFolder, ['models', 'add', await makeMoonshineFolder(folder)])
    const page = await visit()

    // A cancelled drag leaves nothing behind.
    const letGo = page.getByText('Drop to import')
    const drag = await dragFiles(page, [twoVoices])
    await expect(letGo).toBeVisible()
    await drag.leave()
    await expect(letGo).toBeHidden()

    await pickFiles(page, page, 'Choose a file…', [twoVoices])
    const dialog = page.getByRole('dialog', { name: 'Transcribe this recording' })
    const language = dialog.getByRole('button', { name: 'Spoken language' })
    const model = dialog.getByRole('button', { name: 'Speech model' })
    const people = dialog.getByRole('textbox', { name: 'Number of speakers' })
    await expect(dialog).toContainText('two-voices-8s-en')
    await choose(dialog, 'Model', 'moonshine-tiny')
    await choose(dialog, 'Spoken language', 'English')
    await dialog.getByText('Known number').click()
    await people.fill('3')
    await people.press('Tab')
    await dialog.getByRole('button', { name: 'Transcribe' }).click()
    await expect(rowOf(page, 'two-voices-8s-en').getByRole('status')).toBeVisible()

    await pasteFile(page, oneVoice)
    const remembers = async (): Promise<void> => {
      await expect(dialog).toContainText('one-voice-20s-en')
      await expect(language).toContainText('English')
      await expect(model).toContainText('moonshine-tiny')
      // The number of speakers is asked for each recording.
      await expect(people).toBeHidden()
    }
    await remembers()
    await dialog.getByRole('button', { name: 'Not now' }).click()
    await page.reload()
    await rowOf(page, 'one-voice-20s-en').getByRole('button', { name: 'Transcribe…' }).click()
    await remembers()
    await page.keyboard.press('Escape')

    // Its content counts, not its name.
    const sameSound = path.join(folder, 'another name.opus')
    await cp(twoVoices, sameSound)
    await dropFiles(page, [sameSound])
    await expect(page.getByText('“two-voices-8s-en” is already in the library.')).toBeVisible()
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2)
  },
)
