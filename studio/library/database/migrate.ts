import type { Database } from 'better-sqlite3'
import { closeSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../../faults/error-code.ts'
import type { Migration } from './migrations/migration.ts'

/** The version of the tables in an open database; 0 before the first migration. */
export function versionOf(database: Database): number {
  return database.pragma('user_version', { simple: true }) as number
}

/** Brings the tables to the version of the last of `migrations`, in one transaction. */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  const run = database.transaction(() => {
    // Looked at inside the transaction: another program may have done it meanwhile.
    for (const migration of migrations.slice(versionOf(database))) {
      migration.up(database)
      database.pragma(`user_version = ${migration.version}`)
    }
  })
  run.immediate()
  // An older program reads the version in the file's own header, not in the WAL.
  database.pragma('wal_checkpoint(TRUNCATE)')
}

/** A whole copy of the database as it is, in `backups`; its path. */
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

/** SQLite writes into a file that is empty: made here, so that no other program takes the same name. */
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
