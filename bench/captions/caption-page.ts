import type { Page } from 'playwright'
import { openLongMeeting } from '../editor/long-meeting.ts'
import { type KeyFigures, openEmptyField, summary, toEndOfLine, typeTimed } from '../editor/measure-typing.ts'
import { workClock } from '../editor/page-work.ts'
import { median, p95 } from '../editor/statistics.ts'
import { met } from '../report/table.ts'

export interface CaptionPageFigures {
  readonly captions: number
  /**
   * From the key to the rendered list, in ms, immediately after the recording is opened: all captions have to
   * be made.
   */
  readonly soonOpeningMs: number
  /** The first time, some seconds after the recording is opened. */
  readonly firstOpeningMs: number
  readonly openingMs: number
  readonly caption: KeyFigures
  readonly text: KeyFigures
  readonly empty: KeyFigures
}

const OPENINGS = 5
/** The minimum time that a person looks at an opened text before opening another view of it. */
const LOOK_MS = 3_000
const TURNS = 4
const PAUSELESS_TURNS = 2

type Openings = Pick<CaptionPageFigures, 'captions' | 'soonOpeningMs' | 'firstOpeningMs' | 'openingMs'>

/** `page`: on the library, its probes installed. */
export async function measureCaptionPage(page: Page): Promise<CaptionPageFigures> {
  const openings = await measureOpenings(page)
  const work = await workClock(page)
  const figures = { caption: noKeys(), text: noKeys(), empty: noKeys() }
  const typeIn = async (place: keyof typeof figures): Promise<void> => {
    const { drawnMs, workMs } = await typeTimed(page, work)
    figures[place].drawnMs.push(...drawnMs)
    figures[place].workMs.push(workMs)
  }
  for (let turn = 0; turn < TURNS; turn += 1) {
    await editCaption(page)
    // The first keys compile code, which is not part of a key's cost.
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
  return { ...openings, ...figures }
}

/** The same for a text without pauses, typing in captions only. */
export async function measurePauseless(
  page: Page,
): Promise<Openings & { readonly caption: KeyFigures; readonly empty: KeyFigures }> {
  const openings = await measureOpenings(page)
  const work = await workClock(page)
  const figures = { caption: noKeys(), empty: noKeys() }
  for (let turn = 0; turn < PAUSELESS_TURNS; turn += 1) {
    await editCaption(page)
    if (turn === 0) await typeTimed(page, work)
    const typed = await typeTimed(page, work)
    figures.caption.drawnMs.push(...typed.drawnMs)
    figures.caption.workMs.push(typed.workMs)
    await openEmptyField(page)
    const empty = await typeTimed(page, work)
    figures.empty.drawnMs.push(...empty.drawnMs)
    figures.empty.workMs.push(empty.workMs)
    await page.evaluate(() => document.querySelector('#empty-field')?.remove())
  }
  return { ...openings, ...figures }
}

async function measureOpenings(page: Page): Promise<Openings> {
  await openLongMeeting(page)
  const soonOpeningMs = await openCaptions(page)
  await openText(page)
  await page.goto(new URL('/', page.url()).href)
  await openLongMeeting(page)
  await page.waitForTimeout(LOOK_MS)
  const firstOpeningMs = await openCaptions(page)
  const captions = Number(
    (await page.getByText(/^[\d,]+ captions$/u).textContent())?.replaceAll(/\D/gu, '') ?? '',
  )
  const again: number[] = []
  while (again.length < OPENINGS) {
    await openText(page)
    again.push(await openCaptions(page))
  }
  return { captions, soonOpeningMs, firstOpeningMs, openingMs: median(again) }
}

async function editCaption(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'Captions' }).locator('[data-cue]').nth(3).click()
  await page.getByRole('textbox', { name: /^Caption [\d,]+$/u }).press('End')
}

const noKeys = (): { drawnMs: number[]; workMs: number[] } => ({ drawnMs: [], workMs: [] })

/** Rows of a table: what was measured, the value, the aim, and whether it is met. */
export function captionPageRows({ caption, text, empty, ...openings }: CaptionPageFigures): string[][] {
  const ratio = p95(caption.drawnMs) / p95(text.drawnMs)
  return [
    ...openingRows(openings),
    ['key to letter in a caption, median / p95', `${summary(caption.drawnMs)} ms`, '', ''],
    ['in the text', `${summary(text.drawnMs)} ms`, '', ''],
    ['in an empty field', `${summary(empty.drawnMs)} ms`, '', ''],
    ['p95 in a caption against the text', `${ratio.toFixed(2)} ×`, '1 ×', met(ratio <= 1)],
    ['work a key in a caption, also after its letter', `${median(caption.workMs).toFixed(1)} ms`, '', ''],
    ['in the text', `${median(text.workMs).toFixed(1)} ms`, '', ''],
    ['in an empty field', `${median(empty.workMs).toFixed(1)} ms`, '', ''],
  ]
}

export function pauselessRows({
  caption,
  empty,
  ...openings
}: Awaited<ReturnType<typeof measurePauseless>>): string[][] {
  return [
    ...openingRows(openings),
    ['key to letter in a caption, median / p95', `${summary(caption.drawnMs)} ms`, '', ''],
    ['in an empty field', `${summary(empty.drawnMs)} ms`, '', ''],
    ['work a key in a caption, also after its letter', `${median(caption.workMs).toFixed(1)} ms`, '', ''],
  ]
}

function openingRows({ captions, soonOpeningMs, firstOpeningMs, openingMs }: Openings): string[][] {
  const row = (what: string, ms: number): string[] => [what, `${ms.toFixed(0)} ms`, '300 ms', met(ms <= 300)]
  return [
    row(`${captions} captions opened, ${LOOK_MS / 1_000} s after the recording`, firstOpeningMs),
    row(`again, median of ${OPENINGS}`, openingMs),
    [
      'at the moment the recording is there, all captions still to be made',
      `${soonOpeningMs.toFixed(0)} ms`,
      '',
      '',
    ],
  ]
}

async function openCaptions(page: Page): Promise<number> {
  const rows = page.locator('ol[aria-label="Captions"] > li')
  await rows.first().waitFor({ state: 'detached' })
  // The page listens before the key is sent, as their order is otherwise undefined.
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
  // Long paragraphs leave room for only a few.
  await page.locator('.cm-line').nth(2).waitFor()
}
