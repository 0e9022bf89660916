import type { Database } from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { unusedPlaces } from '../own-places.ts'
import { hasTable } from './backup-database.ts'
import { requestErasureIn } from './erase.ts'

interface Row {
  readonly number: number
  readonly recordingId: string
  readonly places: string
  readonly inBackups: number
}

/**
 * Deletes the files of pending deletions in a library that nobody has open, and their rows; calls `inBackups`
 * for each recording that must also be deleted from its backups.
 */
export function deleteLeftPlaces(
  folder: string,
  database: Database,
  inBackups: (recordingId: string) => void = () => undefined,
): void {
  if (!hasTable(database, 'deletions')) return
  const rows = database
    .prepare<[], Row>(
      'SELECT number, recording_id AS recordingId, places, in_backups AS inBackups FROM deletions ORDER BY number',
    )
    .all()
  for (const row of rows) {
    removePlaces(folder, unusedPlaces(database, JSON.parse(row.places) as string[]))
    if (row.inBackups === 1) inBackups(row.recordingId)
    database
      .transaction(() => {
        database.prepare('DELETE FROM deletions WHERE number = ?').run(row.number)
        // The row itself contains what was deleted.
        requestErasureIn(database)
      })
      .immediate()
  }
}

/** Removes places below a library's folder, if they exist. */
export function removePlaces(folder: string, places: readonly string[]): void {
  for (const place of places)
    // A file that is being played may be locked for a moment on Windows.
    rmSync(join(folder, ...place.split('/')), { recursive: true, force: true, maxRetries: 5 })
}
