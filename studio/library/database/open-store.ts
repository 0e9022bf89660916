import type { Database } from 'better-sqlite3'
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '#contracts/errors'
import { inUse, LibraryLock, WAIT_MS } from '../lock/library-lock.ts'
import type { OnOpeningStep } from '../opening-step.ts'
import { finishReplacing, isReplacingUnfinished } from '../replace-contents.ts'
import { finishMove, MOVING_NOTE, refuseMoved } from '../unfinished-move.ts'
import { APPLICATION_ID, connect, connectChecked, connectWhole } from './connection.ts'
import { createDatabase } from './create-database.ts'
import { versionInFile } from './database-version.ts'
import { faultOf, isDamage } from './faults.ts'
import { LIBRARY_FILE } from './library-file.ts'
import { migrateWithCopy, versionOf } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { migrations as allMigrations } from './migrations/migrations.ts'
import { refuseNetworkDrive } from './network-drive.ts'
import { readAhead } from './read-ahead.ts'
import { isSalvageUnfinished, salvage, type SalvageReport, undoUnfinishedSalvage } from './salvage.ts'
import { forgetDamage, isDamageKnown, recordDamage, whenFoundSound } from './sound-file.ts'
import { Store } from './store.ts'

/** Subfolders of a library's folder. */
const SUBFOLDERS = ['media', 'cache', 'models', 'recordings', 'backups']

export interface OpenedStore {
  readonly store: Store
  /** Not null if the database was damaged and was rebuilt from its readable rows. */
  readonly report: SalvageReport | null
  /**
   * When the whole file was last checked, in ms since 1970; null: a large file, to be checked while it is
   * open.
   */
  readonly checkedAt: number | null
}

/** A check while opening reads the whole file: 0.6 s for 180 MB. */
const LARGE_BYTES = 300e6

/** How long to wait for exclusive access before looking again whether it is still needed. */
const LOOK_AGAIN_MS = 500

interface Opening {
  readonly folder: string
  readonly file: string
  readonly migrations: readonly Migration[]
  readonly largeBytes: number
  readonly onStep: OnOpeningStep
  /** How long to wait for others that have the library. */
  readonly waitMs: number
}

/**
 * Opens the library in `folder`, creating it if needed. Faults: `library.newer-version` (nothing is changed then),
 * `library.network-drive`, `library.damaged`, `library.busy`, `library.unusable`, `disk.read-only`, `disk.full`,
 * `disk.failed`.
 */
export function openStore(
  folder: string,
  migrations: readonly Migration[] = allMigrations,
  largeBytes = LARGE_BYTES,
  onStep: OnOpeningStep = () => undefined,
  waitMs = WAIT_MS,
): OpenedStore {
  const file = join(folder, LIBRARY_FILE)
  const opening = { folder, file, migrations, largeBytes, onStep, waitMs }
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    refuseNetworkDrive(folder)
    const until = performance.now() + waitMs
    for (let lock = LibraryLock.tryAlone(folder); ; lock = LibraryLock.tryAlone(folder, LOOK_AGAIN_MS)) {
      if (lock !== null) return openAlone(opening, lock)
      // Whoever had it alone may have prepared it, and keeps it open from then on.
      const opened = openBeside(opening)
      if (opened !== null) return opened
      if (performance.now() >= until) return inUse(folder)
    }
  } catch (error) {
    // A file that was trusted but turns out to be damaged is checked and repaired at the next start.
    if (isDamage(error)) recordDamage(file, Date.now())
    throw faultOf(error, folder)
  }
}

/**
 * While nobody else has it open, the library is prepared, and its bytes may be read; then the lock is shared.
 */
function openAlone(opening: Opening, lock: LibraryLock): OpenedStore {
  const { folder, file, migrations, onStep, waitMs } = opening
  try {
    finishReplacing(folder)
    finishMove(folder)
    refuseMoved(folder)
    refuseNewer(versionInFile(file), opening)
    for (const name of SUBFOLDERS) mkdirSync(join(folder, name), { recursive: true })
    undoUnfinishedSalvage(file)
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK)
    else createDatabase(file, migrations)
    const { database, report, checkedAt } = connectOrSalvage(opening)
    if (checkedAt !== null) forgetDamage(file)
    if (versionToOpen(database, opening) === migrations.length) {
      lock.share()
      return { store: new Store(folder, database, lock), report, checkedAt }
    }
    database.close()
    migrateWithCopy(file, folder, migrations, onStep, waitMs)
    lock.share()
    return { store: new Store(folder, connect(file), lock), report, checkedAt }
  } catch (error) {
    lock.release()
    throw error
  }
}

/**
 * Null if exclusive access is needed first: the library is damaged or older, or its preparation was
 * interrupted.
 */
function openBeside(opening: Opening): OpenedStore | null {
  const { folder, file, migrations, largeBytes, waitMs } = opening
  const lock = LibraryLock.tryShare(folder, waitMs) ?? inUse(folder)
  let isOpen = false
  try {
    if (!existsSync(file) || isCutOff(opening) || isDamageKnown(file)) return null
    const now = Date.now()
    const isLarge = statSync(file).size > largeBytes
    const database = isLarge ? connectWhole(file) : connectChecked(file)
    if (versionToOpen(database, opening) !== migrations.length) {
      database.close()
      return null
    }
    isOpen = true
    return { store: new Store(folder, database, lock), report: null, checkedAt: isLarge ? null : now }
  } catch (error) {
    if (!isDamage(error)) throw error
    recordDamage(file, Date.now())
    return null
  } finally {
    if (!isOpen) lock.release()
  }
}

/** Whether a process with exclusive access was killed. */
const isCutOff = ({ folder, file }: Opening): boolean =>
  isSalvageUnfinished(file) || isReplacingUnfinished(folder) || existsSync(join(folder, MOVING_NOTE))

function refuseNewer(version: number | null, { folder, migrations }: Opening): void {
  if (version === null || version <= migrations.length) return
  throw new Fault('library.newer-version', { folder, version, known: migrations.length })
}

function connectOrSalvage({ folder, file, migrations, largeBytes, onStep }: Opening): {
  database: Database
  report: SalvageReport | null
  checkedAt: number | null
} {
  const now = Date.now()
  try {
    const foundSound = whenFoundSound(file, now)
    if (foundSound !== null) return { database: connectWhole(file), report: null, checkedAt: foundSound }
    // A library with known damage, or about to be changed, is checked first, however large it is.
    const totalBytes = statSync(file).size
    const isLarge = totalBytes > largeBytes
    const canWait = isLarge && !isDamageKnown(file) && versionInFile(file) === migrations.length
    if (isLarge && !canWait) readAhead(file, (doneBytes) => onStep({ step: 'check', doneBytes, totalBytes }))
    if (canWait) return { database: connectWhole(file), report: null, checkedAt: null }
    return { database: connectChecked(file), report: null, checkedAt: now }
  } catch (error) {
    if (!isDamage(error)) throw error
  }
  const report = salvage(folder, file, migrations)
  return { database: connect(file), report, checkedAt: now }
}

/** The version of the database's tables; closes the database if it is not for this program. */
function versionToOpen(database: Database, opening: Opening): number {
  try {
    const version = versionOf(database)
    refuseNewer(version, opening)
    if (database.pragma('application_id', { simple: true }) === APPLICATION_ID) return version
    throw new Fault(
      'library.unusable',
      { folder: opening.folder },
      `${LIBRARY_FILE} is another program's database`,
    )
  } catch (error) {
    database.close()
    throw error
  }
}
