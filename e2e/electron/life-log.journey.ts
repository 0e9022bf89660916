import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { studioPage } from '../support/studio-page.ts'
import { NEEDS_ELECTRON } from './program.ts'
import { studioOf } from './processes.ts'
import { expect, test } from './test.ts'

test.use({ library: 'sample' })

test(`the log reports what went wrong, holds no word of a transcript, and Help shows it ${NEEDS_ELECTRON}`, async ({
  home,
  start,
}) => {
  const program = await start()
  const { page, dialogs } = program
  await page.getByRole('main').getByRole('link').first().click()
  const studio = studioPage(page)
  await studio.toLine(studio.lines.nth(1))
  await page.keyboard.type('Zanzibar ')
  await studio.saved()
  const words = new Set((await studio.texts()).join(' ').match(/\p{L}{7,}/gu))
  expect(words.size).toBeGreaterThan(5)
  await dialogs.choose('Restart')
  process.kill(await studioOf(program.pid), 'SIGKILL')
  const folder = path.join(home.profile, 'logs')
  const log = () => readFile(path.join(folder, 'parolo.log'), 'utf8')
  await expect.poll(log).toMatch(/Z studio: ended: signal SIGKILL$/mu)
  const text = await log()
  expect(text).toMatch(/Z program: Parolo \d+(?:\.\d+)+, Electron /u)
  for (const word of words) expect(text).not.toContain(word)
  expect(await readdir(folder)).toEqual(['parolo.log'])

  await program.app.evaluate(({ shell }) => {
    const shown: string[] = []
    Object.assign(globalThis, { shownInFolder: shown })
    shell.showItemInFolder = (file) => void shown.push(file)
  })
  await program.chooseMenu('Show log')
  const shown = () =>
    program.app.evaluate(() => (globalThis as unknown as { shownInFolder: string[] }).shownInFolder)
  await expect.poll(shown).toEqual([path.join(folder, 'parolo.log')])
  await program.quit()
})
