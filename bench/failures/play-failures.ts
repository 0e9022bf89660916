import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { projectRoot } from '../project-root.ts'
import { Ledger } from './ledger.ts'
import type { HangingDrive } from './hanging-drive.ts'
import { type Play, playRound } from './play-round.ts'
import { createRandom } from './random.ts'

const run = promisify(execFile)
const LIBRARY_OF_0_1 = path.join(projectRoot, 'fixtures/libraries/0.1/library')
/** A disk other than that of temporary folders, on Linux. */
const MEMORY_DISK = '/dev/shm'
/** Each library is migrated from version 0.1 by the programs of its first round. */
const ROUNDS_A_LIBRARY = 10

export interface Played {
  readonly rounds: number
  readonly counts: Play['counts']
  /** With the round and the seed of the library. */
  readonly faults: readonly string[]
}

export interface FailuresAskedFor {
  readonly rounds: number
  readonly seed: number
  /** Added to the environment of the programs, for a library in the folder. */
  readonly environmentFor?: (library: string) => NodeJS.ProcessEnv
  /** Programs work on it as well, and it hangs in most rounds. */
  readonly drive?: HangingDrive
  readonly say: (line: string) => void
}

/** Plays rounds in `folder`, ten per library. */
export async function playFailures(folder: string, asked: FailuresAskedFor): Promise<Played> {
  const disk = existsSync(MEMORY_DISK) ? await mkdtemp(path.join(MEMORY_DISK, 'parolo-failures-')) : null
  try {
    return await playOn(folder, disk, asked)
  } finally {
    if (disk !== null) await rm(disk, { recursive: true, force: true })
  }
}

async function playOn(folder: string, disk: string | null, asked: FailuresAskedFor): Promise<Played> {
  const { rounds, seed, say } = asked
  const counts = {
    acknowledged: 0,
    kills: 0,
    refusals: 0,
    moves: 0,
    restores: 0,
    backups: 0,
    deletions: 0,
    hangs: 0,
    silences: 0,
    longestMs: 0,
  }
  const faults: string[] = []
  let play: Play | null = null
  for (let round = 0; round < rounds; round += 1) {
    if (play === null || round % ROUNDS_A_LIBRARY === 0) {
      const library = path.join(folder, `library-${round}`, 'own')
      await mkdir(path.dirname(library), { recursive: true })
      await cp(LIBRARY_OF_0_1, library, { recursive: true })
      play = {
        ledger: new Ledger(),
        library,
        work: path.join(folder, `work-${round}`),
        random: createRandom(seed + round),
        counts,
        backups: new Map(),
        moves: 0,
        otherDisk: disk === null ? null : path.join(disk, `moved-${round}`),
        environment: asked.environmentFor?.(path.dirname(library)) ?? {},
        drive: asked.drive ?? null,
      }
    }
    const found = await playRound(play)
    faults.push(...found.map((fault) => `round ${round} (seed ${seed}): ${fault}`))
    for (const fault of found) say(`    round ${round}: ${fault}`)
    if ((round + 1) % ROUNDS_A_LIBRARY === 0) say(`    ${round + 1} rounds, ${faults.length} faults`)
  }
  return { rounds, counts, faults }
}

/** Environments in which one in a number of writes fails; null if the shim cannot be compiled. */
export async function failingWrites(
  folder: string,
  error: 'EIO' | 'ENOSPC',
  oneIn: number,
): Promise<((library: string) => NodeJS.ProcessEnv) | null> {
  if (process.platform !== 'linux') return null
  const shim = path.join(folder, 'failing-writes.so')
  const source = path.join(projectRoot, 'bench/failures/failing-writes.c')
  try {
    await run('cc', ['-shared', '-fPIC', '-O1', '-o', shim, source, '-ldl'])
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw failure
  }
  return (library) => ({
    LD_PRELOAD: shim,
    PAROLO_FAIL_BELOW: library,
    PAROLO_FAIL_ONE_IN: String(oneIn),
    PAROLO_FAIL_WITH: String(os.constants.errno[error]),
  })
}
