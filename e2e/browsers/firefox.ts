import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import puppeteer, { type KeyInput } from 'puppeteer-core'
import { type BrowserKind, VIEWPORT } from './other-browser.ts'

const PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox']
const executablePath = PLACES.find(existsSync)

/** Firefox, headless, over WebDriver BiDi. */
export const firefox: BrowserKind = {
  name: 'Firefox',
  missing: executablePath === undefined ? 'firefox-esr is not installed' : null,
  async start(environment) {
    const profile = await mkdtemp(path.join(os.tmpdir(), 'parolo-firefox-'))
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: executablePath ?? '',
      headless: true,
      userDataDir: profile,
      env: { ...environment, HOME: profile },
      defaultViewport: VIEWPORT,
      extraPrefsFirefox: { 'intl.locale.requested': 'en-GB', 'intl.accept_languages': 'en-GB' },
    })
    const [page = await browser.newPage()] = await browser.pages()
    await page.setViewport(VIEWPORT)
    return {
      name: 'Firefox',
      async open(address) {
        await page.goto(address)
      },
      evaluate: async <Result, Argument>(inPage: (argument: Argument) => Result, argument: Argument) =>
        (await page.evaluate(inPage as (given: unknown) => unknown, argument)) as Result,
      async press(keys) {
        const names = keys.split('+') as KeyInput[]
        const held = names.slice(0, -1)
        for (const name of held) await page.keyboard.down(name)
        await page.keyboard.press(names.at(-1) as KeyInput)
        for (const name of held.toReversed()) await page.keyboard.up(name)
      },
      type: (text) => page.keyboard.type(text),
      click: (x, y) => page.mouse.click(x, y),
      async close() {
        await browser.close()
        await rm(profile, { recursive: true, force: true })
      },
    }
  },
}
