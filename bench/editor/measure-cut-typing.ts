import type { Page } from 'playwright'
import { met } from '../report/table.ts'
import { toEndOfLine, typeTimed } from './measure-typing.ts'
import { workClock } from './page-work.ts'
import { median } from './statistics.ts'

export interface CutTyping {
  /** Mean work of the page's main thread a key, in ms of the CPU; one of each turn. */
  readonly without: readonly number[]
  readonly having: readonly number[]
}

const TURNS = 5
const MAX_TIMES = 1.05

/** Keys in a text without and in one with cuts, each open in a page, in turns. */
export async function measureCutTyping(plain: Page, cut: Page): Promise<CutTyping> {
  const figures = { without: [] as number[], having: [] as number[] }
  const pages = [
    { page: plain, list: figures.without, workSoFar: await workClock(plain) },
    { page: cut, list: figures.having, workSoFar: await workClock(cut) },
  ]
  // The first turn compiles code, which is not part of a key's cost.
  for (let turn = 0; turn <= TURNS; turn += 1)
    for (const { page, list, workSoFar } of pages) {
      await page.bringToFront()
      await toEndOfLine(page, '')
      const { workMs } = await typeTimed(page, workSoFar)
      if (turn > 0) list.push(workMs)
    }
  return figures
}

/** A row of a table: what was measured, the value, the aim, and whether it is met. */
export function cutTypingRow({ without, having }: CutTyping, cuts: number): string[] {
  const times = median(having) / median(without)
  const value = `${median(having).toFixed(1)} ms, without ${median(without).toFixed(1)} ms (${times.toFixed(2)} ×)`
  return [`work a key with ${cuts} cuts`, value, `${MAX_TIMES} ×`, met(times <= MAX_TIMES)]
}
