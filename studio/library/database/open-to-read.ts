import Database from 'better-sqlite3'
import { join } from 'node:path'
import { Fault } from '#contracts/errors'
import { APPLICATION_ID, BUSY_TIMEOUT_MS } from './connection.ts'
import { faultOf } from './faults.ts'
import { LIBRARY_FILE } from './library-file.ts'
import { readableVersion } from './readable-version.ts'
import { Store } from './store.ts'

/**
 * Opens a library to search it: it is neither migrated nor repaired, and nothing is written into its database. Faults: those
 * of `readableVersion`, `library.busy`, `library.unusable`.
 */
export function openToRead(folder: string): Store {
  try {
    readableVersion(folder)
    const database = new Database(join(folder, LIBRARY_FILE), {
      readonly: true,
      fileMustExist: true,
      timeout: BUSY_TIMEOUT_MS,
    })
    try {
      if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID)
        throw new Fault('library.unusable', { folder }, `${LIBRARY_FILE} is another program's database`)
      return new Store(folder, database)
    } catch (error) {
      database.close()
      throw error
    }
  } catch (error) {
    throw faultOf(error, folder)
  }
}
