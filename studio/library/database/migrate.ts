import type { Database } from 'better-sqlite3'
import { closeSync, openSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../../faults/error-code.ts'
import type { OnOpeningStep } from '../opening-step.ts'
import { copyDatabase } from './copy-database.ts'
import type { Migration } from './migrations/migration.ts'
import { hasWal } from './sound-file.ts'

/** The version of the tables in an open database; 0 before the first migration. */
export function versionOf(database: Database): number {
  return database.pragma('user_version', { simple: true }) as number
}

/** Migrates the tables to the version of the last of `migrations`, in one transaction. */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  database.transaction(() => runMigrations(database, migrations)).immediate()
  // An older program reads the version from the file's header, not from the WAL.
  database.pragma('wal_checkpoint(TRUNCATE)')
}

function runMigrations(database: Database, migrations: readonly Migration[]): void {
  // Read inside the transaction: another program may have migrated meanwhile.
  for (const migration of migrations.slice(versionOf(database))) {
    migration.up(database)
    database.pragma(`user_version = ${migration.version}`)
  }
}

/** Tries to find all changes in the database's own file, which programs that read may prevent. */
const TRIES = 5

/**
 * Migrates after a complete copy of the database was written to `backups` and is on the disk, in one transaction, so that
 * nothing is changed that the copy does not have. The connection is to be closed then.
 */
export function migrateWithCopy(
  database: Database,
  folder: string,
  migrations: readonly Migration[],
  onStep: OnOpeningStep = () => undefined,
): void {
  const totalBytes = statSync(database.name).size
  const change = (): void => {
    onStep({ step: 'change', doneBytes: 0, totalBytes })
    runMigrations(database, migrations)
  }
  const copyAndChange = (): boolean => {
    if (versionOf(database) >= migrations.length) return true
    if (hasWal(database.name)) return false
    onStep({ step: 'copy', doneBytes: 0, totalBytes })
    const copy = claimBackupPath(folder, versionOf(database))
    copyDatabase(database.name, copy, (doneBytes, total) =>
      onStep({ step: 'copy', doneBytes, totalBytes: total }),
    )
    change()
    return true
  }
  let isDone = false
  for (let tries = 0; tries < TRIES && !isDone; tries += 1) {
    database.pragma('wal_checkpoint(TRUNCATE)')
    isDone = database.transaction(copyAndChange).immediate()
  }
  if (!isDone) {
    onStep({ step: 'copy', doneBytes: 0, totalBytes })
    backUp(database, folder)
    database.transaction(change).immediate()
  }
  database.pragma('wal_checkpoint(TRUNCATE)')
}

/** Writes a complete copy of a database that others use to `backups`. */
function backUp(database: Database, folder: string): void {
  const path = claimBackupPath(folder, versionOf(database))
  try {
    database.prepare('VACUUM INTO ?').run(path)
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
}

/** SQLite accepts an empty target file; creating it here reserves the name from other programs. */
function claimBackupPath(folder: string, version: number): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, 'backups', `library-version-${version}${number === 1 ? '' : `-${number}`}.db`)
    try {
      closeSync(openSync(path, 'wx'))
      return path
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}
