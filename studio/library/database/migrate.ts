import type { Database } from 'better-sqlite3'
import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '#contracts/errors'
import type { OnOpeningStep } from '../opening-step.ts'
import { BUSY_TIMEOUT_MS, connectAlone, makeWhole } from './connection.ts'
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
  for (const migration of migrations.slice(versionOf(database))) {
    migration.up(database)
    database.pragma(`user_version = ${migration.version}`)
  }
}

/** Version 0.1, which does not use the library's lock, may change the database while it is copied. */
const TRIES = 5

/**
 * Migrates after a complete copy of the database was written to `backups` and synced, so that the copy has
 * everything that is changed. Requires exclusive access to the library and no connection to it: the copy is
 * read from its bytes. Errors: a busy file if version 0.1 has it open.
 */
export function migrateWithCopy(
  file: string,
  folder: string,
  migrations: readonly Migration[],
  onStep: OnOpeningStep = () => undefined,
  waitMs = BUSY_TIMEOUT_MS,
): void {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const version = makeWhole(file, waitMs)
    const before = stateOf(file)
    const totalBytes = statSync(file).size
    onStep({ step: 'copy', doneBytes: 0, totalBytes })
    const part = join(folder, 'backups', `library-version-${version}.part`)
    copyDatabase(file, part, (doneBytes, total) => onStep({ step: 'copy', doneBytes, totalBytes: total }))
    const database = connectAlone(file)
    try {
      database.pragma('foreign_keys = ON')
      if (stateOf(file) !== before) continue
      renameSync(part, newBackupPath(folder, version))
      onStep({ step: 'change', doneBytes: 0, totalBytes })
      migrate(database, migrations)
      return
    } finally {
      rmSync(part, { force: true })
      database.close()
    }
  }
  throw new Fault('library.busy', { folder })
}

/** Changes whenever the database is changed. */
function stateOf(file: string): string {
  const { size, mtimeNs } = statSync(file, { bigint: true })
  return `${size} ${mtimeNs} ${hasWal(file)}`
}

function newBackupPath(folder: string, version: number): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, 'backups', `library-version-${version}${number === 1 ? '' : `-${number}`}.db`)
    if (!existsSync(path)) return path
  }
}
