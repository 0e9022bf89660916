import type { Database } from 'better-sqlite3'
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '#contracts/errors'
import { APPLICATION_ID, connect, connectChecked, connectWhole } from './connection.ts'
import { createDatabase } from './create-database.ts'
import { versionInFile } from './database-version.ts'
import type { OnOpeningStep } from '../opening-step.ts'
import { faultOf, isDamage } from './faults.ts'
import { LIBRARY_FILE } from './library-file.ts'
import { migrateWithCopy, versionOf } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { migrations as allMigrations } from './migrations/migrations.ts'
import { refuseNetworkDrive } from './network-drive.ts'
import { readAhead } from './read-ahead.ts'
import { salvage, type SalvageReport } from './salvage.ts'
import { isDamageKnown, recordDamage, whenFoundSound } from './sound-file.ts'
import { fileIdentity, Store } from './store.ts'

/** Folders beside the database in a library's folder. */
const SUBFOLDERS = ['media', 'cache', 'models', 'recordings', 'backups']

export interface OpenedStore {
  readonly store: Store
  /** Not null if the database was damaged and was rebuilt from what could be read. */
  readonly report: SalvageReport | null
  /** When all of the file was last checked, in ms since 1970; null: a large file that is to be checked while it is open. */
  readonly checkedAt: number | null
}

/** A check while opening reads all of a file: .6 s for 180 MB. */
const LARGE_BYTES = 300e6

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
): OpenedStore {
  try {
    const file = join(folder, LIBRARY_FILE)
    refuseNewer(versionInFile(file), folder, migrations)
    makeFolders(folder)
    refuseNetworkDrive(folder)
    if (!existsSync(file)) createDatabase(file, migrations)
    const identity = fileIdentity(file)
    const { database, report, checkedAt } = connectOrSalvage(folder, file, migrations, largeBytes, onStep)
    const current = bringUpToDate(database, folder, migrations, onStep)
    const store = new Store(folder, current)
    if (report === null && fileIdentity(file) !== identity) {
      // Another program exchanged the file while it was being opened: what is open is not in the folder any more.
      store.close()
      return openStore(folder, migrations, largeBytes, onStep)
    }
    return { store, report, checkedAt }
  } catch (error) {
    // A file that was trusted and is damaged after all is checked and repaired at the next start.
    if (isDamage(error)) recordDamage(join(folder, LIBRARY_FILE), Date.now())
    throw faultOf(error, folder)
  }
}

function refuseNewer(version: number | null, folder: string, migrations: readonly Migration[]): void {
  if (version === null || version <= migrations.length) return
  throw new Fault('library.newer-version', { folder, version, known: migrations.length })
}

function makeFolders(folder: string): void {
  mkdirSync(folder, { recursive: true })
  accessSync(folder, constants.W_OK)
  for (const name of SUBFOLDERS) mkdirSync(join(folder, name), { recursive: true })
  const file = join(folder, LIBRARY_FILE)
  if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK)
}

function connectOrSalvage(
  folder: string,
  file: string,
  migrations: readonly Migration[],
  largeBytes: number,
  onStep: OnOpeningStep,
): { database: Database; report: SalvageReport | null; checkedAt: number | null } {
  const now = Date.now()
  try {
    const foundSound = whenFoundSound(file, now)
    if (foundSound !== null) return { database: connectWhole(file), report: null, checkedAt: foundSound }
    // One with known damage, or that is about to be changed, is checked first however large it is.
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

/** Returns the connection to go on with; closes the one that is given where that is another, or it fails. */
function bringUpToDate(
  database: Database,
  folder: string,
  migrations: readonly Migration[],
  onStep: OnOpeningStep,
): Database {
  try {
    const version = versionOf(database)
    refuseNewer(version, folder, migrations)
    if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new Fault('library.unusable', { folder }, `${LIBRARY_FILE} is another program's database`)
    }
    if (version === migrations.length) return database
    migrateWithCopy(database, folder, migrations, onStep)
  } catch (error) {
    database.close()
    throw error
  }
  // Reading the file for the copy has released the system's lock on it, which tells others that it is in use.
  database.close()
  return connect(join(folder, LIBRARY_FILE))
}
