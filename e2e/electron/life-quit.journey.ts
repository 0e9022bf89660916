import type { Page } from '@playwright/test'
import { countedSound } from '../support/counted-sound.ts'
import { countedWords } from '../support/counted-words.ts'
import { holdEngines, holdOnce, workInBursts } from '../support/engine-processes.ts'
import { storedTranscript, textsOf } from '../support/stored-transcript.ts'
import { studioPage } from '../support/studio-page.ts'
import { calledByPage } from './called-by-page.ts'
import { NEEDS_ELECTRON } from './program.ts'
import { isAlive, processesOf, studioOf } from './processes.ts'
import { expect, test } from './test.ts'

const SECONDS = 200
const STILL_LISTENING = 'Parolo is still transcribing a recording. Quit anyway?'

test(`closing while a job runs asks once; it goes on, or at the next start ${NEEDS_ELECTRON}`, async ({
  home,
  start,
}) => {
  const program = await start({ engine: 'counting' })
  const { page, app, dialogs } = program
  const close = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  const { recordingId } = await calledByPage(page, 'recordings.add', {
    path: await countedSound(home.folder, 'meeting-en', SECONDS),
  })
  await calledByPage(page, 'jobs.start', { recordingId, settings: { language: 'en', quick: true } })
  await page.getByRole('main').getByRole('link', { name: 'meeting-en' }).first().click()
  // Still working when the window is closed.
  const goOn = await holdOnce(program, () => studioPage(page).beginsWith('At0x0'))
  await expect(page.getByRole('main').getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect.poll(() => jobStates(page)).toEqual(['running'])

  // Asked only once, however often it is requested.
  await dialogs.leaveOpen()
  await close()
  await close()
  await program.chooseMenu('Quit')
  await expect.poll(() => dialogs.shown()).toEqual([STILL_LISTENING])
  const lines = await studioPage(page).lines.count()
  await dialogs.choose('Continue transcribing')
  const letGo = await workInBursts(program, goOn, async () => (await studioPage(page).lines.count()) > lines)
  expect(await jobStates(page)).toEqual(['running'])
  expect(await dialogs.shown()).toEqual([STILL_LISTENING])
  const [before] = await calledByPage(page, 'jobs.list', {})
  const processes = await processesOf(program.pid)
  expect(processes.filter(({ words }) => /studio|engine/u.test(words)).length).toBeGreaterThan(1)

  // Quitting anyway: nothing of the program remains, not even a hanging engine.
  await dialogs.choose('Quit')
  await program.chooseMenu('Quit')
  expect(await program.ended()).toBe(0)
  await expect.poll(() => processes.filter(({ pid }) => isAlive(pid))).toEqual([])
  letGo()

  // The same job continues by itself from where it was.
  const again = await start({ engine: 'counting' })
  const goOnAgain = holdEngines(again)
  await expect.poll(() => jobStates(again.page)).toEqual(['running'])
  const [after] = await calledByPage(again.page, 'jobs.list', {})
  expect(after?.id).toBe(before?.id)
  await again.page.getByRole('main').getByRole('link').first().click()
  await expect(studioPage(again.page).lines.first()).toContainText(/\w+ \w+/u)
  goOnAgain()
  await expect.poll(() => jobStates(again.page), { timeout: 150_000 }).toEqual(['done'])
  const said = countedWords({ from: 0, to: SECONDS }).map(({ text }) => text)
  expect(textsOf(await storedTranscript(home.dataFolder, 'meeting-en')).join(' ')).toBe(said.join(' '))
  // Nothing is running, so nobody is asked.
  expect(await again.quit()).toBe(0)
})

test(`a studio that hangs, and a page that hangs, keep nobody from quitting ${NEEDS_ELECTRON}`, async ({
  start,
}) => {
  const program = await start()
  await expect(program.page.getByRole('button', { name: 'Open the sample' })).toBeVisible()
  process.kill(await studioOf(program.pid), 'SIGSTOP')
  await program.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    void contents?.executeJavaScript('for (;;);')
  })
  expect(await program.quit()).toBe(0)
})

test(`a page that would not be left is left all the same ${NEEDS_ELECTRON}`, async ({ start }) => {
  const program = await start()
  await program.page.getByRole('button', { name: 'Open the sample' }).focus()
  await program.page.keyboard.press('Tab')
  await program.page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()))
  await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  expect(await program.ended()).toBe(0)
})

async function jobStates(page: Page): Promise<readonly string[]> {
  return (await calledByPage(page, 'jobs.list', {})).map(({ state }) => state)
}
