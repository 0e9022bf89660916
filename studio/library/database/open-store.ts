import type { Database } from 'better-sqlite3'
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '#contracts/errors'
import { APPLICATION_ID, connect, connectChecked } from './connection.ts'
import { createDatabase } from './create-database.ts'
import { versionInFile } from './database-version.ts'
import { faultOf, isDamage } from './faults.ts'
import { backUp, migrate, versionOf } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { migrations as allMigrations } from './migrations/migrations.ts'
import { refuseNetworkDrive } from './network-drive.ts'
import { salvage, type SalvageReport } from './salvage.ts'
import { Store } from './store.ts'

export const LIBRARY_FILE = 'library.db'
/** Folders beside the database in a library's folder. */
const SUBFOLDERS = ['media', 'cache', 'models', 'recordings', 'backups']

export interface OpenedStore {
  readonly store: Store
  /** Not null if the database was damaged and was rebuilt from what could be read. */
  readonly report: SalvageReport | null
}

/**
 * Opens the library in `folder`, creating it if needed. Faults: `library.newer-version` (nothing is changed then),
 * `library.network-drive`, `library.damaged`, `library.busy`, `library.unusable`, `disk.read-only`, `disk.full`,
 * `disk.failed`.
 */
export function openStore(folder: string, migrations: readonly Migration[] = allMigrations): OpenedStore {
  try {
    const file = join(folder, LIBRARY_FILE)
    refuseNewer(versionInFile(file), folder, migrations)
    makeFolders(folder)
    refuseNetworkDrive(folder)
    if (!existsSync(file)) createDatabase(file, migrations)
    const { database, report } = connectOrSalvage(folder, file, migrations)
    try {
      bringUpToDate(database, folder, migrations)
      return { store: new Store(folder, database), report }
    } catch (error) {
      database.close()
      throw error
    }
  } catch (error) {
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
): { database: Database; report: SalvageReport | null } {
  try {
    return { database: connectChecked(file), report: null }
  } catch (error) {
    if (!isDamage(error)) throw error
  }
  const report = salvage(folder, file, migrations)
  return { database: connect(file), report }
}

function bringUpToDate(database: Database, folder: string, migrations: readonly Migration[]): void {
  const version = versionOf(database)
  refuseNewer(version, folder, migrations)
  if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new Fault('library.unusable', { folder }, `${LIBRARY_FILE} is another program's database`)
  }
  if (version === migrations.length) return
  backUp(database, folder)
  migrate(database, migrations)
}
