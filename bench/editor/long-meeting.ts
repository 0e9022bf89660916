import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Page } from 'playwright'
import { chromiumPath } from '../../e2e/support/chromium.ts'
import { startHost } from '../../e2e/support/host.ts'
import { paragraphText } from '#core/transcript/transcript'
import { NothingToMeasure } from '../sections/section.ts'
import { installProbes } from './page-probes.ts'
import { makeSyntheticLibrary } from '../../e2e/support/synthetic-library.ts'
import { type SyntheticSize, syntheticText, THREE_HOURS } from '../../e2e/support/synthetic-transcript.ts'

export const MEETING_TITLE = 'A long meeting'

/** Its text, one paragraph per line. */
export const meetingLines = (): string[] =>
  syntheticText(THREE_HOURS).paragraphs.map((paragraph) => paragraphText(paragraph))

/** The real page, on a library with one transcript of `size`; probes installed. */
export async function inLongMeeting<Outcome>(
  work: (page: Page) => Promise<Outcome>,
  size: SyntheticSize = THREE_HOURS,
): Promise<Outcome> {
  const executablePath = chromiumPath()
  if (executablePath === undefined)
    throw new NothingToMeasure('no Chromium is on this system (PAROLO_CHROMIUM)')
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-bench-editor-'))
  try {
    await makeSyntheticLibrary(folder, size, MEETING_TITLE)
    const host = await startHost({ dataFolder: folder })
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    })
    try {
      const page = await browser.newPage({
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
        permissions: ['clipboard-read', 'clipboard-write'],
      })
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

export async function openLongMeeting(page: Page): Promise<void> {
  await page.getByRole('link', { name: MEETING_TITLE }).click()
  // Long paragraphs leave room for only a few.
  await page.locator('.cm-line').nth(2).waitFor()
}
