import { utimes } from 'node:fs/promises'
import { type ParoloOptions, runParolo } from './parolo.ts'
import { percentile } from '../scoring/word-starts.ts'

const RUNS = 5

/** Seconds, median of five, of the same command on a file that is done. */
export interface SecondRun {
  /** The file as it was. */
  readonly same: number
  /** Its time touched, so that its hash must tell. */
  readonly touched: number
}

/** `options` as those of the first run. Throws where the command does not see that the file is done. */
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
