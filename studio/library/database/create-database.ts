import Database from 'better-sqlite3'
import { existsSync, linkSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { threadId } from 'node:worker_threads'
import { APPLICATION_ID, connect } from './connection.ts'
import { codeOf } from '../../faults/error-code.ts'
import { migrate } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'

/** Makes an empty database with all tables at `file`, in the place of what is there. */
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
 * Makes the library's database, unless another program does so at the same time: it is built beside and put
 * in its place whole, so that nobody ever meets it half made.
 */
export function createDatabase(file: string, migrations: readonly Migration[]): void {
  const beside = `${file}.new-${process.pid}-${threadId}`
  createDatabaseAt(beside, migrations)
  try {
    linkSync(beside, file)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    // Some file systems (exFAT) know no links.
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EISDIR'].includes(codeOf(error) ?? ''))
      throw error
    if (!existsSync(file)) renameSync(beside, file)
  } finally {
    removeDatabase(beside)
  }
}

/** The database with what SQLite keeps beside it, if it is there. */
export function removeDatabase(file: string): void {
  for (const suffix of ['-wal', '-shm', '']) rmSync(file + suffix, { force: true })
}
