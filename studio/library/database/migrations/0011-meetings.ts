import type Database from 'better-sqlite3'
import type { Migration } from './migration.ts'

/**
 * Date and place of a conversation as typed by a person. Moments of imported files, previously stored as
 * unknown members, become the recording's.
 */
export const meetings: Migration = {
  version: 11,
  name: 'meetings',
  up: (database) => {
    database.exec(`
      CREATE TABLE meetings (
        recording_id TEXT PRIMARY KEY REFERENCES recordings (id) ON DELETE CASCADE,
        date TEXT NOT NULL,
        place TEXT NOT NULL
      ) STRICT;
    `)
    for (const row of importedWithMoments(database)) moveMoments(database, row)
  },
}

interface ImportedRow {
  readonly transcriptId: string
  readonly recordingId: string
  readonly members: string
}

function importedWithMoments(database: Database.Database): ImportedRow[] {
  return database
    .prepare(
      `SELECT transcript_id AS transcriptId, recording_id AS recordingId, members
       FROM imported_members JOIN transcripts ON transcripts.id = transcript_id
       WHERE json_type(members, '$.extra.recording.moments') = 'array'`,
    )
    .all() as ImportedRow[]
}

/** Moves all of a list or nothing: a list with anything but moments stays an unknown member. */
function moveMoments(database: Database.Database, { transcriptId, recordingId, members }: ImportedRow): void {
  const parsed = JSON.parse(members) as { extra: { recording: { moments?: readonly unknown[] } } }
  const { moments = [], ...rest } = parsed.extra.recording
  if (!moments.every(isMoment)) return
  const add = database.prepare('INSERT OR IGNORE INTO moments VALUES (?, ?, ?, ?, ?)')
  for (const { id, kind, atMs, value = null, ...others } of moments) {
    add.run(recordingId, id, kind, Math.round(atMs), JSON.stringify(value))
    if (Object.keys(others).length > 0) Object.assign(parsed.extra, { [`moment:${id}`]: others })
  }
  Object.assign(parsed.extra, { recording: rest })
  if (Object.keys(rest).length === 0) Reflect.deleteProperty(parsed.extra, 'recording')
  database
    .prepare('UPDATE imported_members SET members = ? WHERE transcript_id = ?')
    .run(JSON.stringify(parsed), transcriptId)
}

interface GivenMoment {
  readonly id: string
  readonly kind: string
  readonly atMs: number
  readonly value?: unknown
}

function isMoment(given: unknown): given is GivenMoment {
  if (typeof given !== 'object' || given === null) return false
  const { id, kind, atMs } = given as Partial<Record<keyof GivenMoment, unknown>>
  return typeof id === 'string' && typeof kind === 'string' && typeof atMs === 'number' && atMs >= 0
}
