import type { Page } from '@playwright/test'
import { shortMeeting } from '../support/short-meeting.ts'
import { studioPage } from '../support/studio-page.ts'
import { calledByPage } from './called-by-page.ts'
import { NEEDS_ELECTRON } from './program.ts'
import { isAlive, processesOf, studioOf } from './processes.ts'
import { expect, test } from './test.ts'

const STILL_LISTENING = 'Parolo is still transcribing a recording. Quit anyway?'

test(`closing while a job runs asks once; it goes on, or at the next start ${NEEDS_ELECTRON}`, async ({
  home,
  start,
}) => {
  const program = await start()
  const { page, app, dialogs } = program
  const close = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  // Long enough to be at work still when the window is closed.
  const { recordingId } = await calledByPage(page, 'recordings.add', {
    path: await shortMeeting(home.folder),
  })
  await calledByPage(page, 'jobs.start', { recordingId, settings: { language: 'en', quick: true } })
  await page.getByRole('main').getByRole('link', { name: 'meeting-en' }).first().click()
  await expect(page.getByRole('main').getByRole('button', { name: 'Pause' })).toBeVisible({ timeout: 60_000 })
  await expect.poll(() => jobStates(page)).toEqual(['running'])

  // Asked once, however often it is wished.
  await dialogs.leaveOpen()
  await close()
  await close()
  await program.chooseMenu('Quit')
  await expect.poll(() => dialogs.shown()).toEqual([STILL_LISTENING])
  await dialogs.choose('Continue transcribing')
  await expect(studioPage(page).lines.first()).toContainText(/\w+ \w+/u, { timeout: 60_000 })
  expect(await jobStates(page)).toEqual(['running'])
  expect(await dialogs.shown()).toEqual([STILL_LISTENING])
  const [before] = await calledByPage(page, 'jobs.list', {})
  const processes = await processesOf(program.pid)
  expect(processes.filter(({ words }) => /studio|engine/u.test(words)).length).toBeGreaterThan(1)

  // Quit all the same: nothing of the program stays.
  await dialogs.choose('Quit')
  await program.chooseMenu('Quit')
  expect(await program.ended()).toBe(0)
  await expect.poll(() => processes.filter(({ pid }) => isAlive(pid))).toEqual([])

  // By itself, the same job goes on where it was.
  const again = await start()
  await expect.poll(() => jobStates(again.page)).toEqual(['running'])
  const [after] = await calledByPage(again.page, 'jobs.list', {})
  expect(after?.id).toBe(before?.id)
  await again.page.getByRole('main').getByRole('link').first().click()
  await expect(studioPage(again.page).lines.first()).toContainText(/\w+ \w+/u)
  await expect.poll(() => jobStates(again.page), { timeout: 60_000 }).toEqual(['done'])
  expect((await studioPage(again.page).texts()).join(' ')).toMatch(/^Good morning/u)
  // Nothing runs: nobody is asked.
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
