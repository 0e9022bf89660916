import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Act } from './acts.ts'
import { timeActs } from './act-times.ts'
import { exportsOn, fileOnDrive } from './drive-acts.ts'
import { hangAtRandom } from './hang-at-random.ts'
import type { HangingDrive } from './hanging-drive.ts'
import { Ledger, type Snapshot } from './ledger.ts'
import { lookAt, tokensInBytes } from './look.ts'
import { writeNewCaptions } from './new-captions.ts'
import { newToken, pick } from './random.ts'
import { type Program, startProgram } from './start-program.ts'

/** State kept from round to round. */
export interface Play {
  readonly ledger: Ledger
  /** The first folder of the library, whose notes lead programs to the current one. */
  readonly library: string
  /** For new files and backups, outside of the library. */
  readonly work: string
  readonly random: () => number
  readonly counts: Record<
    | 'acknowledged'
    | 'kills'
    | 'refusals'
    | 'moves'
    | 'restores'
    | 'backups'
    | 'deletions'
    | 'hangs'
    | 'silences'
    /** Of the acts of the library itself. */
    | 'longestMs',
    number
  >
  /** Of complete backups. */
  readonly backups: Map<string, Snapshot>
  moves: number
  /** A folder on another disk. */
  readonly otherDisk: string | null
  /** For programs whose disk fails. */
  readonly environment?: NodeJS.ProcessEnv
  /** Contains some originals, a watched folder and exports; it hangs in most rounds. */
  readonly drive: HangingDrive | null
}

const MAX_MS = 90_000
/** Programs whose disk fails may acknowledge nothing. */
const MAX_WORK_MS = 8_000
/** For each act of the library itself while a drive hangs, and for the end of its programs. */
const HUNG_MOST_MS = 30_000
const COMMANDS = ['add', 'delete', 'backup', 'restore', 'move', 'list', 'search'] as const
const DRIVE_COMMANDS = ['add-from-drive', 'export-to-drive'] as const

/**
 * Programs working on one library are killed at random; then its content is compared with what was
 * acknowledged.
 */
export async function playRound(play: Play): Promise<string[]> {
  const { random, ledger, drive } = play
  await mkdir(play.work, { recursive: true })
  const faults: string[] = []
  const stopHanging = drive === null ? null : hangAtRandom(drive, random, () => (play.counts.hangs += 1))
  const services = [startService(play, faults)]
  if (random() < 0.4) services.push(startService(play, faults))
  const commands = (async () => {
    for (let number = 0; number < 3; number += 1) await runCommand(play, services, faults)
  })()
  await letWork(play)
  for (const service of services) {
    if (random() < 0.7) kill(play, service, 'SIGKILL')
    else service.child.kill('SIGTERM')
    if (random() < 0.5) await wait(random() * 500)
  }
  // A program that starts while another one has just died.
  const last = startService(play, faults)
  await commands
  await letWork(play)
  if (random() < 0.5) kill(play, last, 'SIGKILL')
  else last.child.kill('SIGTERM')
  const mostMs = drive === null ? MAX_MS : HUNG_MOST_MS
  for (const service of [...services, last]) {
    service.child.kill('SIGTERM')
    const isLate = await Promise.race([service.ended.then(() => false), wait(mostMs).then(() => true)])
    if (isLate)
      faults.push(`a program did not end within ${mostMs / 1_000} s of SIGTERM: ${service.errors()}`)
    service.child.kill('SIGKILL')
    await service.ended
  }
  await stopHanging?.()
  // In half of the rounds the library is opened while the drive still hangs.
  if (random() < 0.5) await drive?.recover()
  faults.push(...(await compare(play, ledger)))
  await drive?.recover()
  return faults
}

/**
 * Until some acts were acknowledged; in one case of five only for a moment, while programs are still opening.
 */
async function letWork({ random, counts, drive }: Play): Promise<void> {
  // A drive counts as hanging after ten seconds.
  if (drive !== null && random() < 0.7) await wait(15_000 + random() * 7_000)
  if (random() < 0.2) return wait(random() * 1_500)
  const enough = counts.acknowledged + Math.floor(random() * 30)
  const until = performance.now() + MAX_WORK_MS
  while (counts.acknowledged < enough && performance.now() < until) await wait(20)
}

async function compare(play: Play, ledger: Ledger): Promise<string[]> {
  const faults: string[] = []
  const startedMs = performance.now()
  const look = await lookAt(play.library)
  const tookMs = performance.now() - startedMs
  if (play.drive !== null && tookMs > HUNG_MOST_MS)
    faults.push(`to open the library as a command took ${Math.round(tookMs / 1_000)} s`)
  const found = new Set(look.tokens)
  const bytes = await tokensInBytes(look.folder, ledger.erasedTokens())
  faults.push(...ledger.differences(found, (token) => bytes.get(token) ?? null))
  if (look.salvaged) faults.push('the database was damaged')
  ledger.settle(found)
  return faults
}

function startService(play: Play, faults: string[]): Program {
  const seed = String(Math.floor(play.random() * 1e9))
  const words = [play.library, play.work, seed, ...(play.drive === null ? [] : [play.drive.folder])]
  const times = timeActs((what, ms) => {
    play.counts.longestMs = Math.max(play.counts.longestMs, ms)
    if (play.drive !== null && ms > HUNG_MOST_MS) faults.push(`to ${what} took ${Math.round(ms / 1_000)} s`)
  })
  const program = startProgram('bench/failures/service-program.ts', words, play.environment, (act) => {
    note(play, act, faults)
    times.note(act)
    // Deletions are interrupted more often than their share of the time; less often if a drive must hang for
    // a while first.
    const share = play.drive === null ? 0.3 : 0.03
    if (act.act === 'try' && act.what === 'delete' && play.random() < share)
      setTimeout(() => kill(play, program, 'SIGKILL'), play.random() * 40)
  })
  void program.ended.then(({ code, signal }) => {
    times.end()
    if (code !== 0 && signal === null && !isRefusal(program.errors()))
      faults.push(`a program ended with ${code}: ${program.errors()}`)
  })
  return program
}

/**
 * Openings that are refused while another program has exclusive access, or because the disk fails in this
 * round.
 */
const isRefusal = (errors: string): boolean =>
  /library\.(?:busy|unusable)|move\.(?:in-use|not-there)|disk\.|deliberately|ENOSPC|EIO/u.test(errors)

function note({ ledger, counts }: Play, act: Act, faults: string[]): void {
  if (act.act === 'opened' && act.salvaged) faults.push('the database was damaged when a program opened it')
  if (act.act === 'refused') {
    counts.refusals += 1
    if (act.why.startsWith('drive.silent')) counts.silences += 1
  }
  if (act.act === 'try' && act.what === 'add') ledger.tryToAdd(act.token, act.recording)
  if (act.act === 'try' && act.what === 'record') ledger.tryToRecord(act.token)
  if (act.act === 'try' && act.what === 'delete') ledger.tryToDelete(act.recording)
  if (act.act !== 'did') return
  counts.acknowledged += 1
  if (act.what !== 'delete') ledger.didAdd(act.token)
  else {
    counts.deletions += 1
    ledger.didDelete(act.recording)
  }
}

async function runCommand(play: Play, services: Program[], faults: string[]): Promise<void> {
  const { ledger, random, counts } = play
  const commands = play.drive === null ? COMMANDS : [...COMMANDS, ...DRIVE_COMMANDS]
  const command = pick<(typeof commands)[number]>(commands, random) ?? 'list'
  switch (command) {
    case 'add': {
      const token = newToken(random)
      const file = await writeNewCaptions(play.work, token, random() < 0.5)
      ledger.tryToAdd(token, token)
      if (await parolo(play, ['add', file], faults)) {
        counts.acknowledged += 1
        ledger.didAdd(token)
      }
      return
    }
    case 'delete': {
      const recording = pick(ledger.recordingsThere(), random)
      if (recording === undefined) return
      ledger.tryToDelete(recording)
      if (await parolo(play, ['delete', recording, '--yes'], faults)) {
        counts.acknowledged += 1
        counts.deletions += 1
        ledger.didDelete(recording)
      }
      return
    }
    case 'backup': {
      const file = path.join(play.work, `${newToken(random)}.parolo-backup`)
      const before = ledger.snapshot()
      if (await parolo(play, ['backup', file], faults)) {
        counts.backups += 1
        play.backups.set(file, Ledger.between(before, ledger.snapshot()))
      }
      return
    }
    case 'restore': {
      const [file, backup] = pick([...play.backups], random) ?? []
      if (file === undefined || backup === undefined) return
      await endAll(play, services)
      ledger.tryToRestore(backup)
      const beside = startBeside(play, services, faults)
      if (await parolo(play, ['restore', file, '--replace'], faults)) {
        counts.restores += 1
        ledger.didRestore(backup)
      } else ledger.didNotRestore()
      await beside
      return
    }
    case 'move': {
      await endAll(play, services)
      play.moves += 1
      const beside = startBeside(play, services, faults)
      if (await parolo(play, ['move', nextPlace(play)], faults)) counts.moves += 1
      await beside
      return
    }
    case 'add-from-drive': {
      if (play.drive !== null) await parolo(play, ['add', fileOnDrive(play.drive.folder, random)], faults)
      return
    }
    case 'export-to-drive': {
      const recording = pick(ledger.recordingsThere(), random)
      if (recording === undefined || play.drive === null) return
      const words = ['export', recording, '--format', 'srt', '--out', exportsOn(play.drive.folder)]
      await parolo(play, words, faults)
      return
    }
    case 'list':
    case 'search':
      await parolo(play, command === 'list' ? ['list'] : ['search', 'line'], faults)
  }
}

/** A program that opens the library while a command has or is about to get exclusive access. */
async function startBeside(play: Play, services: Program[], faults: string[]): Promise<void> {
  if (play.random() < 0.4) return
  await wait(play.random() * 1_500)
  services.push(startService(play, faults))
}

/** Alternates with another disk, if there is one, where files are copied instead of linked. */
const nextPlace = ({ library, moves, otherDisk }: Play): string =>
  otherDisk !== null && moves % 2 === 1 ? path.join(otherDisk, `place-${moves}`) : `${library}-${moves}`

/** Moving and restoring wait until nobody uses the library. */
async function endAll(play: Play, services: readonly Program[]): Promise<void> {
  for (const service of services) {
    if (play.random() < 0.5) kill(play, service, 'SIGKILL')
    else service.child.kill('SIGTERM')
  }
  if (play.random() < 0.7) await Promise.race([wait(5_000), ...services.map(({ ended }) => ended)])
}

/** Runs a command, which is killed in one case of three; returns whether it succeeded. */
async function parolo(play: Play, words: readonly string[], faults: string[]): Promise<boolean> {
  const program = startProgram(
    'cli/index.ts',
    [...words, '--data', play.library, '--lang', 'en', '--progress', 'json'],
    play.environment,
  )
  const killing =
    play.random() < 0.35 ? setTimeout(() => kill(play, program, 'SIGKILL'), play.random() * 1_800) : null
  const late = setTimeout(() => {
    faults.push(`${words[0]} did not end within ${MAX_MS / 1_000} s: ${program.errors()}`)
    program.child.kill('SIGKILL')
  }, MAX_MS)
  const { code, signal } = await program.ended
  if (killing !== null) clearTimeout(killing)
  clearTimeout(late)
  if (signal === null && code !== 0) play.counts.refusals += 1
  if (/"code":"internal"/u.test(program.errors())) faults.push(`${words[0]}: ${program.errors()}`)
  return code === 0
}

function kill(play: Play, program: Program, signal: 'SIGKILL'): void {
  if (program.child.exitCode !== null || program.child.signalCode !== null) return
  play.counts.kills += 1
  program.child.kill(signal)
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
