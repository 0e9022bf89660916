import path from 'node:path'
import { median } from '../editor/statistics.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { startFedWriter } from '../record/fed-writer.ts'
import { killWriters } from '../record/killed-writers.ts'
import { megabytes, met, percent, table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

const ROUNDS = 100
const HOURS = 4
const SPEED = 20

/** The recorder's writer: losses when killed, memory over hours. */
export function measureRecord({ say }: BenchContext): Promise<string> {
  return inWorkFolder(async (folder) => {
    say(`  ${ROUNDS} writers killed`)
    const killed = await killWriters(path.join(folder, 'killed'), ROUNDS)
    const most = Math.max(...killed.lostMs)
    say(`  ${HOURS} hours at ${SPEED} times the speed`)
    const hours = await memoryByHour(path.join(folder, 'long'))
    const rows = [
      [
        'recovered after SIGKILL',
        `${killed.recovered} of ${killed.rounds}`,
        'all',
        met(killed.recovered === killed.rounds),
      ],
      [
        'most sound lost by it',
        `${Math.round(most)} ms (median ${Math.round(median(killed.lostMs))} ms)`,
        '1,000 ms',
        met(most <= 1_000),
      ],
      ...hours.rows,
    ]
    return [
      'Writers of two sources in a process of their own, fed by the clock and killed at random times between 0.5 and 2.5 s;',
      'what they left is recovered as at the next start, and compared with the time for which sound had been captured.',
      `Memory and processor of a writer fed ${HOURS} hours at ${SPEED} times the speed.`,
      '',
      table(['what', 'measured', 'aim at most', ''], rows),
    ].join('\n')
  })
}

async function memoryByHour(dataFolder: string): Promise<{ rows: string[][] }> {
  const { lines } = startFedWriter(dataFolder, SPEED, HOURS)
  let idle = 0
  let idleCpu = 0
  let lastCpu = 0
  const above: number[] = []
  for await (const { kind, rssBytes, cpuMs } of lines) {
    if (kind === 'started') [idle, idleCpu] = [rssBytes, cpuMs]
    if (kind === 'hour') above.push(rssBytes - idle)
    lastCpu = cpuMs
  }
  const [first = 0, last = 0] = [above[0], above.at(-1)]
  const share = (lastCpu - idleCpu) / (HOURS * 3_600_000)
  const growth = last - first
  return {
    rows: [
      [
        `memory above idle, by hour`,
        above.map(megabytes).join(', '),
        '250 MB',
        met(Math.max(...above) < 250e6),
      ],
      ['growth from the first hour to the last', megabytes(growth), '20 MB', met(growth < 20e6)],
      ['processor, of one core, at normal speed', percent(share), '10 %', met(share < 0.1)],
    ],
  }
}
