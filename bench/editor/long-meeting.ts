import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Page } from 'playwright'
import { chromiumPath } from '../../scripts/find-browser.mjs'
import { startHost } from '../../e2e/support/host.ts'
import { paragraphText } from '#core/transcript/transcript'
import { NothingToMeasure } from '../sections/section.ts'
import { installProbes } from './page-probes.ts'
import { makeSyntheticLibrary } from '../../e2e/support/synthetic-library.ts'
import { type SyntheticSize, syntheticText, THREE_HOURS } from '../../e2e/support/synthetic-transcript.ts'

export const MEETING_TITLE = 'A long meeting'
export const CUT_MEETING_TITLE = 'Speech with cuts'

/** Its text, one paragraph per line. */
export const meetingLines = (): string[] =>
  syntheticText(THREE_HOURS).paragraphs.map((paragraph) => paragraphText(paragraph))

/** The real page, on a library with one transcript of `size`; probes installed. */
export async function inLongMeeting<Outcome>(
  work: (page: Page) => Promise<Outcome>,
  size: SyntheticSize = THREE_HOURS,
  /** Of a second recording of that size; 0: there is none. */
  cuts = 0,
): Promise<Outcome> {
  const executablePath = chromiumPath()
  if (executablePath === undefined)
    throw new NothingToMeasure('no Chromium is on this system (PAROLO_CHROMIUM)')
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-bench-editor-'))
  try {
    await makeSyntheticLibrary(folder, size, MEETING_TITLE)
    if (cuts > 0) await makeSyntheticLibrary(folder, size, CUT_MEETING_TITLE, cuts)
    const host = await startHost({ dataFolder: folder })
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    })
    try {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
        permissions: ['clipboard-read', 'clipboard-write'],
      })
      const page = await context.newPage()
      await page.addInitScript(installProbes)
      await page.goto(host.address)
      return await work(page)
    } finally {
      await browser.close()
      await host.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export async function openLongMeeting(page: Page, title = MEETING_TITLE): Promise<void> {
  await page.getByRole('link', { name: title }).click()
  // Long paragraphs leave room for only a few.
  await page.locator('.cm-line').nth(2).waitFor()
}

/** The recording with cuts, in a second page beside an open one. */
export async function openCutMeeting(page: Page): Promise<Page> {
  const second = await page.context().newPage()
  await second.addInitScript(installProbes)
  await second.goto(new URL('/', page.url()).href)
  await openLongMeeting(second, CUT_MEETING_TITLE)
  return second
}
