import Database from 'better-sqlite3'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { APPLICATION_ID, connect } from './connection.ts'
import { migrate } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'

/** Creates an empty database with all tables at `file`, replacing an existing file. */
export function createDatabaseAt(file: string, migrations: readonly Migration[]): void {
  removeDatabase(file)
  writeFileSync(file, '')
  let database: Database.Database | undefined
  try {
    database = connect(file)
    database.pragma(`application_id = ${APPLICATION_ID}`)
    migrate(database, migrations)
    database.close()
  } catch (error) {
    database?.close()
    removeDatabase(file)
    throw error
  }
}

/** Creates the library's database under another name first, so that an incomplete one is never opened. */
export function createDatabase(file: string, migrations: readonly Migration[]): void {
  const beside = `${file}.new`
  createDatabaseAt(beside, migrations)
  renameSync(beside, file)
}

/** Removes the database and SQLite's accompanying files, if they exist. */
export function removeDatabase(file: string): void {
  for (const suffix of ['-wal', '-shm', '-journal', '']) rmSync(file + suffix, { force: true })
}
