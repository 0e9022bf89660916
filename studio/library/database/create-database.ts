import Database from 'better-sqlite3'
import { existsSync, linkSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { threadId } from 'node:worker_threads'
import { APPLICATION_ID, connect } from './connection.ts'
import { codeOf } from '../../faults/error-code.ts'
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

/**
 * Creates the library's database unless another program does so at the same time: it is built under another name and
 * then renamed or linked, so that no program can open it half made.
 */
export function createDatabase(file: string, migrations: readonly Migration[]): void {
  const beside = `${file}.new-${process.pid}-${threadId}`
  createDatabaseAt(beside, migrations)
  try {
    linkSync(beside, file)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    // Some file systems (exFAT) do not support links.
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EISDIR'].includes(codeOf(error) ?? ''))
      throw error
    if (!existsSync(file)) renameSync(beside, file)
  } finally {
    removeDatabase(beside)
  }
}

/** Removes the database and SQLite's files beside it, if they exist. */
export function removeDatabase(file: string): void {
  for (const suffix of ['-wal', '-shm', '']) rmSync(file + suffix, { force: true })
}
