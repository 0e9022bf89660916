import type { Page } from 'playwright'
import { met } from '../report/table.ts'
import { type LongestTask, traceTasks } from './longest-task.ts'
import { workClock } from './page-work.ts'

export interface PasteFigures {
  readonly lines: number
  /** Of the page's main thread from the key until all lines are there, in ms. */
  readonly workMs: number
  readonly pasteTask: LongestTask
  /** From the key until everything is stored, in ms. */
  readonly savedMs: number
  /** The same until one undo has reverted everything. */
  readonly undoneMs: number
  readonly undoTask: LongestTask
}

const LINES = 50_000
const MAX_WORK_MS = 2_000
const MAX_TASK_MS = 200
const MAX_WAIT_MS = 60_000

/** Pastes into the open text, and undoes it. */
export async function measurePaste(page: Page): Promise<PasteFigures> {
  const workSoFar = await workClock(page)
  await page.evaluate((count) => {
    const text = Array.from({ length: count }, (_, line) => `Line ${line} of the paste.`).join('\n')
    return navigator.clipboard.writeText(text)
  }, LINES)
  const before = await lineCount(page)
  await page.locator('.cm-line').nth(3).click()
  await page.keyboard.press('End')
  await page.waitForTimeout(1_500)
  const tasks = await traceTasks(page)
  const startedAt = performance.now()
  const workBefore = await workSoFar()
  await page.keyboard.press('Control+v')
  await untilLines(page, before + LINES - 1)
  const workMs = (await workSoFar()) - workBefore
  await untilSaved(page)
  const savedMs = performance.now() - startedAt
  // Work that follows once typing pauses is part of the paste too.
  await page.waitForTimeout(3_000)
  const pasteTask = await tasks.longest()
  const undoTasks = await traceTasks(page)
  const undoneAt = performance.now()
  await page.keyboard.press('Control+z')
  await untilLines(page, before)
  await untilSaved(page)
  const undoneMs = performance.now() - undoneAt
  await page.waitForTimeout(1_000)
  return { lines: LINES, workMs, pasteTask, savedMs, undoneMs, undoTask: await undoTasks.longest() }
}

/** Rows of a table: what was measured, the value, the aim, and whether it is met. */
export function pasteRows(figures: PasteFigures): string[][] {
  const { lines, workMs, pasteTask, savedMs, undoneMs, undoTask } = figures
  const count = lines.toLocaleString('en')
  const ms = (value: number): string => `${value.toFixed(0)} ms`
  return [
    [`paste of ${count} lines: total work`, ms(workMs), ms(MAX_WORK_MS), met(workMs <= MAX_WORK_MS)],
    [
      `paste of ${count} lines: longest task`,
      `${ms(pasteTask.cpuMs)} (${ms(pasteTask.wallMs)} on the clock)`,
      ms(MAX_TASK_MS),
      met(pasteTask.cpuMs <= MAX_TASK_MS),
    ],
    [`paste of ${count} lines: stored after`, ms(savedMs), '', ''],
    [`its undo: stored after, longest task`, `${ms(undoneMs)}, ${ms(undoTask.cpuMs)}`, '', ''],
  ]
}

/** Lines of the whole text in the editor, most of which are not rendered. */
function lineCount(page: Page): Promise<number> {
  return page.evaluate(() => {
    interface WithView {
      cmTile?: { view?: { state: { doc: { lines: number } } } }
    }
    const content = document.querySelector<HTMLElement & WithView>('.cm-content')
    return content?.cmTile?.view?.state.doc.lines ?? 0
  })
}

async function untilLines(page: Page, count: number): Promise<void> {
  const until = performance.now() + MAX_WAIT_MS
  while ((await lineCount(page)) !== count) {
    if (performance.now() > until)
      throw new Error(`the text has ${await lineCount(page)} lines, not ${count}`)
    await page.waitForTimeout(20)
  }
}

async function untilSaved(page: Page): Promise<void> {
  const status = page.getByRole('banner').getByRole('status')
  await status.getByText('Saved').waitFor({ timeout: MAX_WAIT_MS })
}
