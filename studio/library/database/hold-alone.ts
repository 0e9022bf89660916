import Database from 'better-sqlite3'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { faultOf } from './faults.ts'

/**
 * Makes sure that no other program uses a library, and keeps it so; its database is whole in one file then. Fault
 * `move.in-use`.
 * @returns the function that lets go
 */
export function holdAlone(folder: string): () => void {
  const database = new Database(path.join(folder, 'library.db'), { timeout: 0, fileMustExist: true })
  try {
    // SQLite leaves WAL only where there is no other connection.
    if (database.pragma('journal_mode = DELETE', { simple: true }) !== 'delete')
      throw new Fault('move.in-use', { folder })
    database.exec('BEGIN EXCLUSIVE')
    return () => database.close()
  } catch (error) {
    database.close()
    const { code = '' } = error as { readonly code?: string }
    throw code.startsWith('SQLITE_BUSY')
      ? new Fault('move.in-use', { folder }, undefined, error)
      : faultOf(error, folder)
  }
}
