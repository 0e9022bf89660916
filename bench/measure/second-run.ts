import { utimes } from 'node:fs/promises'
import { type ParoloOptions, runParolo } from './parolo.ts'
import { percentile } from '../scoring/word-starts.ts'

const RUNS = 5

/** Seconds, median of five, for the same command on a finished file. */
export interface SecondRun {
  /** The file unchanged. */
  readonly same: number
  /** Its modification time changed, so that its hash must be compared. */
  readonly touched: number
}

/** `options` as in the first run. Throws if the command does not recognize that the file is finished. */
export async function measureSecondRun(file: string, options: ParoloOptions): Promise<SecondRun> {
  const same: number[] = []
  const touched: number[] = []
  for (let run = 0; run < RUNS; run++) same.push(await runAgain(file, options))
  for (let run = 0; run < RUNS; run++) {
    const now = new Date(Date.now() + run * 1000)
    await utimes(file, now, now)
    touched.push(await runAgain(file, options))
  }
  return { same: percentile(same, 0.5), touched: percentile(touched, 0.5) }
}

async function runAgain(file: string, options: ParoloOptions): Promise<number> {
  const run = await runParolo([file], { ...options, metered: false })
  const isDone = run.lines.some(
    ({ text }) => (JSON.parse(text) as { doneBefore?: unknown }).doneBefore === true,
  )
  if (!isDone) throw new Error(`${file} was transcribed again, though it was done`)
  return run.seconds
}
