import path from 'node:path'
import { fillDrive } from '../failures/drive-acts.ts'
import { HangingDrive } from '../failures/hanging-drive.ts'
import { failingWrites, type Played, playFailures } from '../failures/play-failures.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { met, seconds, table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

/** Defaults for `PAROLO_FAILURE_ROUNDS` and `PAROLO_FAILURE_SEED`. */
const ROUNDS = Number(process.env['PAROLO_FAILURE_ROUNDS'] ?? 200)
const SEED = Number(process.env['PAROLO_FAILURE_SEED'] ?? 1)
const FAILING_ROUNDS = Math.ceil(ROUNDS / 10)
const ONE_WRITE_IN = 60

/** What remains of acknowledged work when programs are killed at random, or their disk fails. */
export function measureFailures({ say }: BenchContext): Promise<string> {
  return inWorkFolder(async (folder) => {
    say(`  ${ROUNDS} rounds with kills`)
    const killed = await playFailures(path.join(folder, 'killed'), { rounds: ROUNDS, seed: SEED, say })
    const rows = [rowOf('killed at random', killed)]
    const all = [...killed.faults]
    for (const error of ['EIO', 'ENOSPC'] as const) {
      const environmentFor = await failingWrites(folder, error, ONE_WRITE_IN)
      if (environmentFor === null) {
        rows.push(notMeasured(`one write in ${ONE_WRITE_IN} fails with ${error}`, 'no C compiler'))
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
    const hung = await playHung(path.join(folder, 'hung'), say)
    if (hung === null) rows.push(notMeasured('a drive hangs', 'no Linux with FUSE, or no right to mount'))
    else {
      rows.push(rowOf('the same, and recordings, beside a drive that hangs', hung))
      all.push(...hung.faults)
    }
    return [
      'Two to four programs on one library, copied from version 0.1 every ten rounds: one or two with a page add, edit and',
      'delete; commands add, delete, back up, restore, move, list and search. They are killed at random or asked to end. After',
      'each round the library is opened as by a command, and compared with what was acknowledged: texts and recordings there,',
      'what was deleted in no list and no byte of the library’s folder, the database sound. The drive that hangs holds originals,',
      'a watched folder and exports of all programs; its calls do not return and who makes one cannot be killed. Meanwhile each act',
      'of the library’s own, the end of each program and the opening after it may take 30 s.',
      '',
      table(['what', 'rounds', 'kills', 'acknowledged', 'deletions', 'moves', 'restores', 'faults'], rows),
      '',
      ...(hung === null ? [] : [hungFacts(hung), '']),
      `Aim: no fault: ${met(all.length === 0)}.`,
      ...all.map((fault) => `- ${fault}`),
    ].join('\n')
  })
}

/** Null if this computer cannot create such a drive. */
async function playHung(folder: string, say: BenchContext['say']): Promise<Played | null> {
  const drive = await HangingDrive.mount(path.join(folder, 'drive'))
  if (drive === null) return null
  try {
    say(`  ${FAILING_ROUNDS} rounds with a drive that hangs`)
    await fillDrive(drive.folder)
    return await playFailures(folder, { rounds: FAILING_ROUNDS, seed: SEED + 2_000, drive, say })
  } finally {
    await drive.unmount()
  }
}

function hungFacts({ counts: { hangs, silences, longestMs } }: Played): string {
  const longest = seconds(longestMs / 1_000)
  return `The drive hung ${hangs} times and programs were told so ${silences} times; the longest act of the library’s own took ${longest}.`
}

function notMeasured(what: string, why: string): string[] {
  return [what, `not measured: ${why}`, '', '', '', '', '', '']
}

function rowOf(what: string, { rounds, counts, faults }: Played): (string | number)[] {
  const { kills, acknowledged, deletions, moves, restores } = counts
  return [what, rounds, kills, acknowledged, deletions, moves, restores, faults.length]
}
