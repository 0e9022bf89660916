import type { Page } from 'playwright'
import { openLongMeeting } from '../editor/long-meeting.ts'
import { type KeyFigures, openEmptyField, summary, toEndOfLine, typeTimed } from '../editor/measure-typing.ts'
import { workClock } from '../editor/page-work.ts'
import { median, p95 } from '../editor/statistics.ts'
import { met } from '../report/table.ts'

export interface CaptionPageFigures {
  readonly captions: number
  /** From the key to the list drawn, ms; the first time all captions are made. */
  readonly firstOpeningMs: number
  readonly openingMs: number
  readonly caption: KeyFigures
  readonly text: KeyFigures
  readonly empty: KeyFigures
}

const OPENINGS = 5
const TURNS = 4

/** `page`: on the library, its probes installed. */
export async function measureCaptionPage(page: Page): Promise<CaptionPageFigures> {
  await openLongMeeting(page)
  const firstOpeningMs = await openCaptions(page)
  const captions = Number(
    (await page.getByText(/^[\d,]+ captions$/u).textContent())?.replaceAll(/\D/gu, '') ?? '',
  )
  const again: number[] = []
  while (again.length < OPENINGS) {
    await openText(page)
    again.push(await openCaptions(page))
  }
  const work = await workClock(page)
  const figures = { caption: noKeys(), text: noKeys(), empty: noKeys() }
  const typeIn = async (place: keyof typeof figures): Promise<void> => {
    const { drawnMs, workMs } = await typeTimed(page, work)
    figures[place].drawnMs.push(...drawnMs)
    figures[place].workMs.push(workMs)
  }
  for (let turn = 0; turn < TURNS; turn += 1) {
    await page.getByRole('list', { name: 'Captions' }).locator('[data-cue]').nth(3).click()
    await page.getByRole('textbox', { name: /^Caption [\d,]+$/u }).press('End')
    // What the first keys compile is not what a key costs.
    if (turn === 0) await typeTimed(page, work)
    await typeIn('caption')
    await openText(page)
    await toEndOfLine(page, '')
    if (turn === 0) await typeTimed(page, work)
    await typeIn('text')
    await openEmptyField(page)
    await typeIn('empty')
    await page.evaluate(() => document.querySelector('#empty-field')?.remove())
    await openCaptions(page)
  }
  return { captions, firstOpeningMs, openingMs: median(again), ...figures }
}

const noKeys = (): { drawnMs: number[]; workMs: number[] } => ({ drawnMs: [], workMs: [] })

/** Rows of a table: what, measured, aim, whether it is met. */
export function captionPageRows({
  captions,
  firstOpeningMs,
  openingMs,
  caption,
  text,
  empty,
}: CaptionPageFigures): string[][] {
  const ratio = p95(caption.drawnMs) / p95(text.drawnMs)
  return [
    [`${captions} captions opened, the first time`, `${firstOpeningMs.toFixed(0)} ms`, '', ''],
    [`again, median of ${OPENINGS}`, `${openingMs.toFixed(0)} ms`, '300 ms', met(openingMs <= 300)],
    ['key to letter in a caption, median / p95', `${summary(caption.drawnMs)} ms`, '', ''],
    ['in the text', `${summary(text.drawnMs)} ms`, '', ''],
    ['in an empty field', `${summary(empty.drawnMs)} ms`, '', ''],
    ['p95 in a caption against the text', `${ratio.toFixed(2)} ×`, '1 ×', met(ratio <= 1)],
    ['work a key in a caption, also after its letter', `${median(caption.workMs).toFixed(1)} ms`, '', ''],
    ['in the text', `${median(text.workMs).toFixed(1)} ms`, '', ''],
    ['in an empty field', `${median(empty.workMs).toFixed(1)} ms`, '', ''],
  ]
}

async function openCaptions(page: Page): Promise<number> {
  const rows = page.locator('ol[aria-label="Captions"] > li')
  await rows.first().waitFor({ state: 'detached' })
  // The page listens before the key is sent: the two are not in order otherwise.
  const opening = await page.evaluateHandle(() => ({
    drawnMs: new Promise<number>((resolve) => {
      const isThere = () => document.querySelectorAll('ol[aria-label="Captions"] > li').length > 3
      addEventListener('keydown', () => void window.probes.until(isThere).then(resolve), {
        capture: true,
        once: true,
      })
    }),
  }))
  await page.keyboard.press('Control+2')
  await rows.nth(3).waitFor()
  return opening.evaluate(({ drawnMs }) => drawnMs)
}

async function openText(page: Page): Promise<void> {
  await page.keyboard.press('Control+1')
  // Long paragraphs leave room for few.
  await page.locator('.cm-line').nth(2).waitFor()
}
