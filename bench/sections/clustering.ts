import { fileURLToPath } from 'node:url'
import { runMeasured } from '../measure/run-measured.ts'
import { megabytes, met, seconds } from '../report/table.ts'

const MAX_SECONDS = 12

/** Three hours of speech through core's clustering, with synthetic voices. */
export async function measureClustering(): Promise<string> {
  const script = fileURLToPath(new URL('../measure/cluster-three-hours.ts', import.meta.url))
  const run = await runMeasured(process.execPath, [script], { metered: true })
  const made = JSON.parse(run.stdout) as { pieces: number; voices: number; speakers: number; seconds: number }
  return `Made-up speech of ${made.voices} voices without a pause, ${made.pieces} pieces of 1.5 s with 192 numbers each, another voice
each time (the worst case: nothing can be joined before). How many speakers there are is found out.

Clustered in ${seconds(made.seconds)} (${made.speakers} speakers found), ${megabytes(run.peakBytes)} at the peak; aim under ${MAX_SECONDS} s:
${met(made.seconds < MAX_SECONDS)}.`
}
