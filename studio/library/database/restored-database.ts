import type { Database } from 'better-sqlite3'
import { allTables } from '../all-tables.ts'
import { APPLICATION_ID, connectChecked, connectWhole } from './connection.ts'
import { hasTable } from './backup-database.ts'
import { isErasurePending, requestErasureIn } from './erase.ts'
import { migrations } from './migrations/migrations.ts'
import { versionOf } from './migrate.ts'
import { forgetPrograms } from './forget-programs.ts'
import { tableNames } from './table-names.ts'
import { faultOf } from './faults.ts'
import { dirname } from 'node:path'
import { Fault } from '#contracts/errors'

/**
 * Checks a database from a backup and sets its recordings' paths to where their files are now. Faults:
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
        // Its programs belong to another time or computer.
        forgetPrograms(database)
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

/**
 * Prepares a restored database before the present library goes to `backups`. Deletions that were unfinished
 * when the backup was made are not applied to that library's copies of the same recordings: their changes
 * since then are a person's work. Erasures still pending there are requested here, as nobody opens it.
 */
export function takePlaceOf(present: Database, restored: string): void {
  // Another program's database.
  if (!hasTable(present, 'recordings') || !hasTable(present, 'settings')) return
  const ids = present.prepare<[], string>('SELECT id FROM recordings').pluck().all()
  const database = connectWhole(restored)
  try {
    database.transaction(() => {
      if (isErasurePending({ database: present })) requestErasureIn(database)
      if (!hasTable(database, 'deletions')) return
      const spare = database.prepare('UPDATE deletions SET in_backups = 0 WHERE recording_id = ?')
      for (const id of ids) spare.run(id)
    })()
  } finally {
    database.close()
  }
}

/** Whether a library's database contains none of a person's work. */
export function isWithoutWork(database: Database): boolean {
  return tableNames(database).every((table) => {
    // A later program's table may contain a person's work.
    const isWork = allTables.find(({ name }) => name === table)?.isWork ?? true
    if (isWork === false) return true
    const which = isWork === true ? '' : `WHERE ${isWork}`
    return database.prepare(`SELECT 1 FROM "${table}" ${which} LIMIT 1`).get() === undefined
  })
}
