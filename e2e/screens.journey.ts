import path from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import { axeFindings } from './support/accessible.ts'
import { addPodcast } from './support/add-podcast.ts'
import { startHost, type Host } from './support/host.ts'
import { copyLibrary } from './support/libraries.ts'
import { picture, pictures } from './support/picture.ts'
import type { Screen } from './support/reach-screen.ts'
import { screens } from './support/screens.ts'
import { isShort } from '../scripts/test-selection.mjs'

/** Each theme, language and size once; with pictures, the other combinations too. */
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

/** Each part is a journey in each look, so that several can run in parallel. */
const numberOfParts = { empty: 1, sample: 4, podcast: 1 } as const

test.describe.configure({ mode: 'parallel' })

for (const [library, part] of [
  ['empty', 1],
  ['sample', 1],
  ['sample', 2],
  ['sample', 3],
  ['sample', 4],
  ['podcast', 1],
] as const) {
  const shown = screensOf(library, part)
  if (shown.length === 0) continue
  test.describe(`screens of a library that is ${library}, part ${part} of ${numberOfParts[library]}`, () => {
    let host: Host
    let folder: string
    test.beforeAll(async () => {
      folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-screens-'))
      const dataFolder = path.join(folder, 'data')
      await copyLibrary(library === 'empty' ? 'empty' : 'sample', dataFolder)
      if (library === 'podcast') await addPodcast(dataFolder)
      host = await startHost({ dataFolder })
    })
    test.afterAll(async () => {
      await host.stop()
      await rm(folder, { recursive: true, force: true })
    })
    for (const look of looks) {
      const isMain = part === 1 && library !== 'podcast' && look.name === 'light'
      const tags = isMain ? { tag: '@main' } : {}
      test(`axe finds nothing, nothing is cut off: ${look.name}`, tags, async ({ browser }) => {
        // One of the screens shows the result of a second opinion, which is slow on a busy machine.
        const page = await openPage(browser, look)
        await page.goto(host.address)
        const { sample, episode } = await recordingIds(page, library)
        const found: string[] = []
        for (const screen of shown.filter((each) => isShownIn(each, look.name))) {
          await test.step(screen.name, async () => {
            // Reloaded in the same process: navigating via another page would create a new one.
            const hash = `#${screen.address.replace('RECORDING', sample).replace('EPISODE', episode)}`
            await page.evaluate((next) => history.replaceState(null, '', next), hash)
            await page.reload()
            await screen.reach?.(page)
            await settled(page)
            await picture(page, `${screen.name}-${look.name}`)
            const findings = [...(await axeFindings(page)), ...(await tooWide(page))]
            found.push(...findings.map((finding) => `${screen.name}: ${finding}`))
          })
        }
        expect(found).toEqual([])
        await page.context().close()
      })
    }
  })
}

/** A screen that takes long has one of the two looks, so that half of these have each; with pictures it has all. */
function isShownIn(screen: Screen, look: string): boolean {
  if (pictures !== undefined || screen.takesLong !== true) return true
  return (screens.indexOf(screen) % 2 === 0) === (look === 'light')
}

function screensOf(library: keyof typeof numberOfParts, part: number): readonly Screen[] {
  const isLong = pictures !== undefined || !isShort
  const all = screens.filter((screen) => screen.library === library && (isLong || screen.takesLong !== true))
  const size = Math.ceil(all.length / numberOfParts[library])
  return all.slice((part - 1) * size, part * size)
}

/**
 * Everything that a screen requested has arrived: nothing changes for a moment. One that always changes is
 * examined as it is.
 */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    ({ quietMs, mostMs }) =>
      new Promise<void>((resolve) => {
        const end = (): void => {
          observer.disconnect()
          resolve()
        }
        let timer = setTimeout(end, quietMs)
        const observer = new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(end, quietMs)
        })
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
        setTimeout(end, mostMs)
      }),
    { quietMs: 150, mostMs: 1_500 },
  )
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

/** Of the sample, and of the other recording where there is one. */
async function recordingIds(
  page: Page,
  library: Screen['library'],
): Promise<{ readonly sample: string; readonly episode: string }> {
  if (library === 'empty') return { sample: '', episode: '' }
  const links = page.locator('main h2 a[href*="#/recording/"], main h3 a[href*="#/recording/"]')
  await expect(links.first()).toBeVisible()
  const found = await links.evaluateAll((all) =>
    all.map((link) => ({ title: link.textContent, address: link.getAttribute('href') ?? '' })),
  )
  const idOf = (isMeant: (title: string) => boolean): string =>
    /#\/recording\/(?<id>[^?]+)/u.exec(found.find(({ title }) => isMeant(title))?.address ?? '')?.groups?.[
      'id'
    ] ?? ''
  const isSample = (title: string): boolean => title.startsWith('conversation')
  return { sample: idOf(isSample), episode: idOf((title) => !isSample(title)) }
}

/** The window, its panels and dialogs whose contents overflow, with by how much in px. */
async function tooWide(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const parts = document.querySelectorAll('html, main, [role=tabpanel], [role=dialog], [role=alertdialog]')
    return [...parts].flatMap((part) => {
      const over = part.scrollWidth - part.clientWidth
      return over > 0 ? [`${part.role ?? part.localName}: ${over} px too wide`] : []
    })
  })
}
