import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { describeFault } from '#contracts/describe-fault'
import { Fault } from '#contracts/errors'
import type { JobProgress } from '#contracts/progress'
import { verdictOf } from '#core/archive/attempts'
import type { ManifestRow } from '#core/archive/manifest'
import { places } from '#core/archive/places'
import type { Term } from '#core/glossary/term'
import type { ProgramLanguage } from '#core/messages/messages'
import type { StoredRunCost } from '#core/sheet/run-cost'
import type { StartEngine } from '../engine-link/engine-child.ts'
import { allotment } from '../recognition/allotted-cores.ts'
import { JobEngines } from '../recognition/job-engines.ts'
import { refuseNetworkDrive } from '../library/database/network-drive.ts'
import type { ModelStore } from '../models/model-store.ts'
import { findFfmpeg } from '../sound/ffmpeg.ts'
import { Attempt, knownAttempts } from './attempt-files.ts'
import { CostFile } from './cost-files.ts'
import { isDeadLetter, writeDeadLetter } from './dead-letters.ts'
import { makeResult } from './make-result.ts'
import { readPlan, readShard } from './plan-files.ts'
import { isOfRecording } from './recording-fault.ts'
import { RecordingKeys } from './recording-keys.ts'
import { resultFile, resultState } from './results.ts'
import { makeScratch } from './scratch.ts'
import { WholeFiles } from './whole-files.ts'

export interface WorkOptions {
  readonly dir: string
  /** Counted from 0. */
  readonly shard: number
  /** A folder on this computer's own disk. */
  readonly scratch: string | null
  readonly models: ModelStore
  readonly startEngine: StartEngine
  readonly version: string
  /** Language of messages in dead letters. */
  readonly language: ProgramLanguage
  readonly signal: AbortSignal
  readonly onProgress: (row: ManifestRow, progress: JobProgress) => void
  /** A recording is done, failed again, or became a dead letter. */
  readonly onOutcome: (row: ManifestRow, outcome: Outcome) => void
}

export type Outcome =
  | { readonly kind: 'done' | 'dead-letter' }
  | { readonly kind: 'fault'; readonly fault: unknown }

export interface Worked {
  /** Made by this run. */
  readonly done: number
  /** Already there, whoever made them. */
  readonly skipped: number
  readonly deadLetters: number
}

/** Shared by all recordings of a run. */
interface Run extends WorkOptions {
  readonly files: WholeFiles
  readonly costs: CostFile
  readonly keys: RecordingKeys
  readonly terms: readonly Term[]
  readonly engines: JobEngines
  readonly ownScratch: string
  readonly given: number
}

/**
 * Makes the missing results of a shard. Resolves once each recording has a result or is a dead letter. Faults
 * are those of this computer or the archive's folder, never of a recording: `archive.no-plan`,
 * `archive.no-shard`, `archive.other-key`, `archive.network-scratch`, `media.not-found` if a drive is
 * missing, `ffmpeg.missing`, `job.cancelled`, those of the disk, the library and the models.
 */
export async function workShard(options: WorkOptions): Promise<Worked> {
  const { dir, shard, models, startEngine } = options
  const plan = await readPlan(dir)
  const rows = await readShard(dir, shard, plan.shards)
  await findFfmpeg()
  const { cores, given } = allotment()
  const files = new WholeFiles(path.join(dir, places.parts))
  await files.removeLeftParts()
  const ownScratch = await scratchFolder(options.scratch ?? os.tmpdir())
  const engines = new JobEngines({ cores, startEngine })
  const run: Run = {
    ...options,
    files,
    costs: new CostFile(dir, shard),
    keys: new RecordingKeys(models, plan.settings, plan.glossary),
    terms: plan.glossary,
    engines,
    ownScratch,
    given,
  }
  const worked = { done: 0, skipped: 0, deadLetters: 0 }
  let unseen: Fault | null = null
  try {
    for (const row of rows) {
      try {
        const state = await workOn(run, row)
        worked[state]++
      } catch (error) {
        if (!(error instanceof Fault) || error.code !== 'media.not-found') throw error
        // Others in the shard may be on a drive that is available.
        unseen ??= error
      }
    }
  } finally {
    await engines.close()
    await rm(ownScratch, { recursive: true, force: true })
  }
  if (unseen !== null) throw unseen
  return worked
}

async function scratchFolder(under: string): Promise<string> {
  const folder = await makeScratch(path.resolve(under))
  try {
    refuseNetworkDrive(folder)
    return folder
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    const isNetwork = error instanceof Fault && error.code === 'library.network-drive'
    throw isNetwork ? new Fault('archive.network-scratch', { folder: under }, error.detail, error) : error
  }
}

async function workOn(run: Run, row: ManifestRow): Promise<keyof Worked> {
  const { dir, files, signal, onOutcome } = run
  const { key, settings } = await run.keys.of(row)
  if (key !== row.key) throw new Fault('archive.other-key')
  for (;;) {
    if (signal.aborted) throw new Fault('job.cancelled')
    const state = await resultState(dir, row)
    if (state === 'whole') return 'skipped'
    if (await isDeadLetter(dir, row)) return 'deadLetters'
    const attempts = await knownAttempts(dir, row)
    const verdict = verdictOf(attempts.map((attempt) => attempt.state))
    if (verdict !== 'try') {
      const reported = attempts.filter(({ state: how }) => how === 'fault').at(-1)?.stored?.fault
      const wire =
        verdict === 'faults' && reported
          ? { ...reported, code: reported.code as Fault['code'] }
          : describeFault(new Fault('archive.interrupted', { file: row.path }), run.language, 'terminal')
      await writeDeadLetter(dir, files, row, verdict, wire as ReturnType<typeof describeFault>, attempts)
      onOutcome(row, { kind: 'dead-letter' })
      return 'deadLetters'
    }
    const attempt = await Attempt.begin(dir, files, { ...row, shard: run.shard })
    try {
      await makeAndPlace(run, row, settings, attempt, state === 'broken')
      onOutcome(row, { kind: 'done' })
      return 'done'
    } catch (error) {
      if (signal.aborted) {
        await attempt.failed('interrupted', null)
        throw new Fault('job.cancelled', {}, undefined, error)
      }
      if (!(await isOfRecording(error, row.path))) {
        await attempt.withdraw()
        throw error
      }
      await attempt.failed('fault', describeFault(error, run.language, 'terminal'))
      onOutcome(row, { kind: 'fault', fault: error })
    }
  }
}

async function makeAndPlace(
  run: Run,
  row: ManifestRow,
  settings: Parameters<typeof makeResult>[0]['settings'],
  attempt: Attempt,
  isBroken: boolean,
): Promise<void> {
  const { dir, files, costs, given, version, signal } = run
  let runs: readonly StoredRunCost[] = []
  let outcome: 'done' | 'fault' | 'interrupted' = 'fault'
  try {
    const text = await makeResult({
      ...run,
      row,
      settings,
      scratch: run.ownScratch,
      onProgress: (progress) => run.onProgress(row, progress),
      onCosts: (made) => {
        runs = made
      },
    })
    const file = resultFile(dir, row)
    // A complete result is kept; a truncated file is not a result.
    if (isBroken) await files.replace(file, text)
    else await files.create(file, text)
    await attempt.done()
    outcome = 'done'
  } finally {
    if (signal.aborted && outcome === 'fault') outcome = 'interrupted'
    const { startedAtMs } = attempt
    const { sha256, key, durationMs } = row
    await costs.add({ sha256, key, outcome, startedAtMs, durationMs, cores: given, version }, runs)
  }
}
