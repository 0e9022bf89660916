import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import { startHost, type Host } from './support/host.ts'
import { copyLibrary } from './support/libraries.ts'
import { picture, pictures } from './support/picture.ts'
import { screens } from './support/screens.ts'

/** Each theme, language and size once; with pictures, the other pairs too. */
const looks = [
  { name: 'light', colorScheme: 'light', locale: 'en-GB', width: 1440, height: 900 },
  { name: 'fr-dark-small', colorScheme: 'dark', locale: 'fr-FR', width: 800, height: 600 },
  ...(pictures === undefined
    ? []
    : ([
        { name: 'dark', colorScheme: 'dark', locale: 'en-GB', width: 1440, height: 900 },
        { name: 'fr-light-small', colorScheme: 'light', locale: 'fr-FR', width: 800, height: 600 },
      ] as const)),
] as const

// The longest journeys: one worker would still be at them when the others have nothing left to do.
test.describe.configure({ mode: 'parallel' })

for (const library of ['empty', 'sample'] as const) {
  test.describe(`screens of a library that is ${library}`, () => {
    let host: Host
    let folder: string
    test.beforeAll(async () => {
      folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-screens-'))
      const dataFolder = path.join(folder, 'data')
      await copyLibrary(library, dataFolder)
      host = await startHost({ dataFolder })
    })
    test.afterAll(async () => {
      await host.stop()
      await rm(folder, { recursive: true, force: true })
    })
    for (const look of looks) {
      test(`axe finds nothing, nothing is cut off: ${look.name}`, async ({ browser }) => {
        test.setTimeout(300_000)
        const page = await openPage(browser, look)
        await page.goto(host.address)
        const recording = await recordingId(page, library)
        const found: string[] = []
        for (const screen of screens.filter((each) => each.library === library)) {
          await test.step(screen.name, async () => {
            await page.goto('about:blank')
            await page.goto(
              `${new URL(host.address).origin}/#${screen.address.replace('RECORDING', recording)}`,
            )
            await screen.reach?.(page)
            await page.waitForTimeout(300)
            await picture(page, `${screen.name}-${look.name}`)
            // In the page itself: thrice as quick as in a page beside it, which frames of other places would need.
            const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
            const { violations } = await axe.analyze()
            for (const { id, nodes } of violations)
              found.push(
                ...nodes.map((node) => `${screen.name}: ${id}: ${node.html}: ${node.failureSummary}`),
              )
            found.push(...(await tooWide(page)).map((part) => `${screen.name}: ${part}`))
          })
        }
        expect(found).toEqual([])
        await page.context().close()
      })
    }
  })
}

async function openPage(browser: Browser, look: (typeof looks)[number]): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.colorScheme,
    locale: look.locale,
    reducedMotion: 'reduce',
  })
  return context.newPage()
}

async function recordingId(page: Page, library: 'empty' | 'sample'): Promise<string> {
  if (library === 'empty') return ''
  const href = await page.locator('a[href*="#/recording/"]').first().getAttribute('href')
  return /#\/recording\/([^?]+)/u.exec(href ?? '')?.[1] ?? ''
}

/** The window, its panels and dialogs whose contents are wider than they are, with by how much in px. */
async function tooWide(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const parts = document.querySelectorAll('html, main, [role=tabpanel], [role=dialog], [role=alertdialog]')
    return [...parts].flatMap((part) => {
      const over = part.scrollWidth - part.clientWidth
      return over > 0 ? [`${part.role ?? part.localName}: ${over} px too wide`] : []
    })
  })
}
