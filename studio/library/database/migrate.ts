import type { Database } from 'better-sqlite3'
import { closeSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../../faults/error-code.ts'
import type { Migration } from './migrations/migration.ts'

/** The version of the tables in an open database; 0 before the first migration. */
export function versionOf(database: Database): number {
  return database.pragma('user_version', { simple: true }) as number
}

/** Migrates the tables to the version of the last of `migrations`, in one transaction. */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  const run = database.transaction(() => {
    // Read inside the transaction: another program may have migrated meanwhile.
    for (const migration of migrations.slice(versionOf(database))) {
      migration.up(database)
      database.pragma(`user_version = ${migration.version}`)
    }
  })
  run.immediate()
  // An older program reads the version from the file's header, not from the WAL.
  database.pragma('wal_checkpoint(TRUNCATE)')
}

/** Writes a complete copy of the database to `backups`; returns its path. */
export function backUp(database: Database, folder: string): string {
  const path = claimBackupPath(folder, versionOf(database))
  try {
    database.prepare('VACUUM INTO ?').run(path)
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
  return path
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
