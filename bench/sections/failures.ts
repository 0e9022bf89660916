import path from 'node:path'
import { failingWrites, type Played, playFailures } from '../failures/play-failures.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { met, table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

/** `PAROLO_FAILURE_ROUNDS` and `PAROLO_FAILURE_SEED` choose others. */
const ROUNDS = Number(process.env['PAROLO_FAILURE_ROUNDS'] ?? 200)
const SEED = Number(process.env['PAROLO_FAILURE_SEED'] ?? 1)
const FAILING_ROUNDS = Math.ceil(ROUNDS / 10)
const ONE_WRITE_IN = 60

/** What is left of what programs acknowledged that are killed at random, or whose disk fails. */
export function measureFailures({ say }: BenchContext): Promise<string> {
  return inWorkFolder(async (folder) => {
    say(`  ${ROUNDS} rounds with kills`)
    const killed = await playFailures(path.join(folder, 'killed'), { rounds: ROUNDS, seed: SEED, say })
    const rows = [rowOf('killed at random', killed)]
    const all = [...killed.faults]
    for (const error of ['EIO', 'ENOSPC'] as const) {
      const environmentFor = await failingWrites(folder, error, ONE_WRITE_IN)
      if (environmentFor === null) {
        rows.push([
          `one write in ${ONE_WRITE_IN} fails with ${error}`,
          'not measured: no C compiler',
          '',
          '',
          '',
          '',
          '',
          '',
        ])
        continue
      }
      say(`  ${FAILING_ROUNDS} rounds with ${error}`)
      const failed = await playFailures(path.join(folder, error), {
        rounds: FAILING_ROUNDS,
        seed: SEED + 1_000,
        environmentFor,
        say,
      })
      rows.push(rowOf(`the same, and one write in ${ONE_WRITE_IN} fails with ${error}`, failed))
      all.push(...failed.faults)
    }
    return [
      'Two to four programs on one library, copied from version 0.1 every ten rounds: one or two with a page add, edit and',
      'delete; commands add, delete, back up, restore, move, list and search. They are killed at random or asked to end. After',
      'each round the library is opened as by a command, and compared with what was acknowledged: texts and recordings there,',
      'what was deleted in no list and no byte of the library’s folder, the database sound.',
      '',
      table(['what', 'rounds', 'kills', 'acknowledged', 'deletions', 'moves', 'restores', 'faults'], rows),
      '',
      `Aim: no fault: ${met(all.length === 0)}.`,
      ...all.map((fault) => `- ${fault}`),
    ].join('\n')
  })
}

function rowOf(what: string, { rounds, counts, faults }: Played): (string | number)[] {
  const { kills, acknowledged, deletions, moves, restores } = counts
  return [what, rounds, kills, acknowledged, deletions, moves, restores, faults.length]
}
