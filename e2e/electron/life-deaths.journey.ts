import type { Page } from '@playwright/test'
import { studioPage } from '../support/studio-page.ts'
import { NEEDS_ELECTRON } from './program.ts'
import { isAlive, studioOf } from './processes.ts'
import { expect, test } from './test.ts'

test.use({ library: 'sample' })

async function openFirst(page: Page) {
  await page.getByRole('main').getByRole('link').first().click()
  const studio = studioPage(page)
  await expect(studio.lines.first()).toContainText(/\w+ \w+/u)
  return studio
}

test(`a studio that dies is told of and started again, and what was typed meanwhile is kept ${NEEDS_ELECTRON}`, async ({
  start,
}) => {
  const program = await start()
  const { page, dialogs } = program
  const studio = await openFirst(page)
  await studio.toLine(studio.lines.nth(1))
  await page.keyboard.type('Before ')
  await studio.saved()
  const dying = await studioOf(program.pid)

  // It stops responding, then it dies; the person continues typing.
  process.kill(dying, 'SIGSTOP')
  await page.keyboard.type('meanwhile ')
  await dialogs.leaveOpen()
  process.kill(dying, 'SIGKILL')
  await expect.poll(() => isAlive(dying)).toBe(false)
  const reported = 'A part of Parolo stopped unexpectedly. Saved changes are kept.'
  await expect.poll(() => dialogs.shown()).toEqual([reported])
  await page.keyboard.type('after ')
  await expect(studio.lines.nth(1)).toContainText('Before meanwhile after ')
  await expect(page.getByText('Parolo is not responding.')).toBeVisible()

  await dialogs.choose('Restart')
  await expect(page.getByText('Parolo is not responding.')).toBeHidden()
  await studio.saved()
  const expected = await studio.texts()
  expect(expected[1]).toMatch(/^Before meanwhile after /u)
  await dialogs.choose('Quit')
  await program.quit()

  const again = await start()
  const later = await openFirst(again.page)
  await expect.poll(() => later.texts()).toEqual(expected)
})

test(`a studio that dies and is not wanted again ends the program ${NEEDS_ELECTRON}`, async ({ start }) => {
  const program = await start()
  await openFirst(program.page)
  await program.dialogs.choose('Quit')
  process.kill(await studioOf(program.pid), 'SIGKILL')
  expect(await program.ended()).toBe(0)
})

test(`a page that crashes is loaded again, with what was typed ${NEEDS_ELECTRON}`, async ({ start }) => {
  const program = await start()
  const { page, app, dialogs } = program
  const studio = await openFirst(page)
  await studio.toLine(studio.lines.nth(1))
  process.kill(await studioOf(program.pid), 'SIGSTOP')
  await page.keyboard.type('Unsent ')
  process.kill(await studioOf(program.pid), 'SIGCONT')
  await dialogs.choose('Reload')
  await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const loaded = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(true)))
    contents?.forcefullyCrashRenderer()
    await loaded
  })
  // The page held by the journey is closed; the window has another.
  const text = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        '[...document.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\\n")',
      ),
    )
  await expect.poll(text).toMatch(/^Unsent /mu)
  expect(await dialogs.shown()).toEqual(['This window stopped unexpectedly. Saved changes are kept.'])
  await dialogs.choose('Quit')
  await program.quit()
  const again = await start()
  const later = await openFirst(again.page)
  await expect(later.lines.nth(1)).toContainText(/^Unsent /u)
})
