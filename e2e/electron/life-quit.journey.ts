import type { Page } from '@playwright/test'
import { studioPage } from '../support/studio-page.ts'
import { calledByPage } from './called-by-page.ts'
import { NEEDS_ELECTRON } from './program.ts'
import { processesOf } from './processes.ts'
import { expect, test } from './test.ts'

const STILL_LISTENING = 'Parolo is still listening to a recording. Quit all the same?'

test(`closing while a job runs asks once; it goes on, or at the next start ${NEEDS_ELECTRON}`, async ({
  start,
}) => {
  const program = await start()
  const { page, app, dialogs } = program
  const close = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await expect(page.getByRole('main').getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect.poll(() => jobStates(page)).toEqual(['running'])

  // Asked once, however often it is wished.
  await dialogs.leaveOpen()
  await close()
  await close()
  await program.chooseMenu('Quit')
  await expect.poll(() => dialogs.shown()).toEqual([STILL_LISTENING])
  await dialogs.choose('Keep listening')
  await expect(studioPage(page).lines.first()).toContainText(/\w+ \w+/u, { timeout: 60_000 })
  expect(await jobStates(page)).toEqual(['running'])
  expect(await dialogs.shown()).toEqual([STILL_LISTENING])
  const [before] = await calledByPage(page, 'jobs.list', {})
  const processes = await processesOf(app.process().pid ?? 0)
  expect(processes.length).toBeGreaterThan(2)

  // Quit all the same: nothing of the program stays.
  await dialogs.choose('Quit')
  await program.chooseMenu('Quit')
  await program.ended()
  expect(app.process().exitCode).toBe(0)
  await expect.poll(async () => (await Promise.all(processes.map(isAlive))).filter(Boolean)).toEqual([])

  // By itself, the same job goes on where it was.
  const again = await start()
  await expect.poll(() => jobStates(again.page)).toEqual(['running'])
  const [after] = await calledByPage(again.page, 'jobs.list', {})
  expect(after?.id).toBe(before?.id)
  await again.page.getByRole('main').getByRole('link').first().click()
  await expect(studioPage(again.page).lines.first()).toContainText(/\w+ \w+/u)
  await expect.poll(() => jobStates(again.page), { timeout: 60_000 }).toEqual([])
  expect((await studioPage(again.page).texts()).join(' ')).toMatch(/workshop .*bicycles .*repair tickets/u)
  // Nothing runs: nobody is asked.
  await again.quit()
})
