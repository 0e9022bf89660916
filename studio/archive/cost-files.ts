import { appendFile, readFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { places } from '#core/archive/places'
import type { AttemptCost } from '#core/archive/status'
import type { StoredRunCost } from '#core/sheet/run-cost'
import { diskFault } from '../faults/disk-fault.ts'
import { makeFolder } from '../files/make-folder.ts'
import { namesIn } from './whole-files.ts'

const CostShape = z.object({
  sha256: z.string(),
  key: z.string(),
  outcome: z.enum(['done', 'fault', 'interrupted']),
  startedAtMs: z.number(),
  endedAtMs: z.number(),
  durationMs: z.number(),
  cores: z.number(),
  cpuMs: z.number(),
  wattHours: z.number(),
  energySource: z.enum(['measured', 'estimated']),
  peakBytes: z.number(),
  processor: z.string(),
  host: z.string(),
  version: z.string(),
}) satisfies z.ZodType<AttemptCost>

/** The file in `costs/` written only by this process: one line per attempt. */
export class CostFile {
  readonly #file: string

  constructor(dir: string, shard: number) {
    const host = os.hostname().replaceAll(/[^\w.-]/gu, '_')
    this.#file = path.join(dir, places.costs, `${shard}-${host}-${process.pid}-${Date.now()}.jsonl`)
  }

  /** Throws the faults of the disk. */
  async add(
    attempt: Pick<
      AttemptCost,
      'sha256' | 'key' | 'outcome' | 'startedAtMs' | 'durationMs' | 'cores' | 'version'
    >,
    runs: readonly StoredRunCost[],
  ): Promise<void> {
    const sum = (of: (run: StoredRunCost) => number): number => runs.reduce((all, run) => all + of(run), 0)
    const cost: AttemptCost = {
      ...attempt,
      endedAtMs: Date.now(),
      cpuMs: Math.round(sum(({ cpuMs }) => cpuMs)),
      wattHours: sum(({ energy }) => energy.wattHours),
      energySource:
        runs.length > 0 && runs.every(({ energy }) => energy.source === 'measured')
          ? 'measured'
          : 'estimated',
      peakBytes: runs.reduce((most, { peakBytes }) => Math.max(most, peakBytes), 0),
      processor: os.cpus()[0]?.model.trim() ?? '',
      host: os.hostname(),
    }
    try {
      await makeFolder(path.dirname(this.#file))
      await appendFile(this.#file, `${JSON.stringify(cost)}\n`)
    } catch (error) {
      throw diskFault(error, path.dirname(this.#file))
    }
  }
}

/** Costs of all attempts, in no particular order. Throws the faults of the disk. */
export async function readCosts(dir: string): Promise<AttemptCost[]> {
  const folder = path.join(dir, places.costs)
  const costs: AttemptCost[] = []
  for (const name of (await namesIn(folder)).filter((one) => one.endsWith('.jsonl'))) {
    const text = await readFile(path.join(folder, name), 'utf8')
    for (const line of text.split('\n')) {
      const cost = readLine(line)
      if (cost !== null) costs.push(cost)
    }
  }
  return costs
}

function readLine(line: string): AttemptCost | null {
  if (line === '') return null
  try {
    return CostShape.parse(JSON.parse(line))
  } catch (error) {
    // Truncated when its computer went down.
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null
    throw error
  }
}
