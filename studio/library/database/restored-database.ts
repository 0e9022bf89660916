import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { APPLICATION_ID, connectChecked } from './connection.ts'
import { migrations } from './migrations/migrations.ts'
import { versionOf } from './migrate.ts'
import { faultOf } from './faults.ts'
import { dirname } from 'node:path'
import { Fault } from '#contracts/errors'

/**
 * Checks a database that came out of a backup and gives its recordings the paths where their files are now. Faults:
 * `library.newer-version`, `library.unusable`, `library.damaged`.
 */
export function adoptDatabase(
  file: string,
  folder: string,
  pathOf: (recording: { readonly id: string; readonly path: string }) => string,
): number {
  try {
    const database = connectChecked(file)
    try {
      const version = versionOf(database)
      if (version > migrations.length)
        throw new Fault('library.newer-version', { folder, version, known: migrations.length })
      if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID)
        throw new Fault('library.unusable', { folder }, "another program's database")
      const rows = database.prepare<[], { id: string; path: string }>('SELECT id, path FROM recordings').all()
      const update = database.prepare('UPDATE recordings SET path = ? WHERE id = ?')
      database.transaction(() => {
        // Its programs are not this computer's.
        database.prepare('DELETE FROM leases').run()
        database.prepare("UPDATE jobs SET state = 'queued' WHERE state = 'running'").run()
        for (const row of rows) update.run(pathOf(row), row.id)
      })()
      return rows.length
    } finally {
      database.close()
    }
  } catch (error) {
    throw faultOf(error, dirname(file))
  }
}

/** How many recordings a library has; 0 where there is none yet. Faults as `adoptDatabase`, `library.busy`. */
export function recordingCountIn(file: string): number {
  if (!existsSync(file)) return 0
  try {
    const database = new Database(file, { readonly: true })
    try {
      const row = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM recordings').get()
      return row?.count ?? 0
    } finally {
      database.close()
    }
  } catch (error) {
    throw faultOf(error, dirname(file))
  }
}
