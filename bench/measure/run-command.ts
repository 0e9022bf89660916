import path from 'node:path'
import { median } from '../editor/statistics.ts'
import { projectRoot } from '../project-root.ts'
import { type MeasuredRun, type MeasureOptions, runMeasured } from './run-measured.ts'

/** The command line as started by a person. */
export function runCommand(words: readonly string[], options: MeasureOptions = {}): Promise<MeasuredRun> {
  return runMeasured(process.execPath, [path.join(projectRoot, 'scripts', 'run.mjs'), ...words], options)
}

/** Seconds for the same command, median over a number of runs. */
export async function medianSeconds(words: readonly string[], runs = 3): Promise<number> {
  const took: number[] = []
  for (let run = 0; run < runs; run += 1) took.push((await runCommand(words)).seconds)
  return median(took)
}
