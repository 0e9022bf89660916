import type { StoredMoment } from '#core/moments/moment'
import type { JsonValue } from '#core/transcript/json-value'
import type { Store } from '../../database/store.ts'
import type { TimeSpan } from '#core/transcript/time-span'
import type { TableDescription } from '../../table-description.ts'

type Row = Omit<StoredMoment, 'value'> & { readonly value: string }

const MOMENTS = 'SELECT id, kind, at_ms AS atMs, value FROM moments WHERE recording_id = ?'

const momentOf = (row: Row): StoredMoment => ({ ...row, value: JSON.parse(row.value) as JsonValue })

/** In order of time. */
export const readMoments = (store: Store, recordingId: string): StoredMoment[] =>
  store.rows<Row>(`${MOMENTS} ORDER BY at_ms, id`, recordingId).map(momentOf)

export function readMoment(store: Store, recordingId: string, id: string): StoredMoment | null {
  const row = store.row<Row>(`${MOMENTS} AND id = ?`, recordingId, id)
  return row === undefined ? null : momentOf(row)
}

/** Only inside `change`: adds or replaces it; null removes it. */
export function writeMoment(
  store: Store,
  recordingId: string,
  id: string,
  moment: StoredMoment | null,
): void {
  if (moment === null) store.run('DELETE FROM moments WHERE recording_id = ? AND id = ?', recordingId, id)
  else insertMoment(store, recordingId, moment, 'REPLACE')
}

/** Only inside `change`. @returns number of rows written */
export function insertMoment(
  store: Store,
  recordingId: string,
  { id, kind, atMs, value }: StoredMoment,
  onConflict: 'REPLACE' | 'IGNORE',
): number {
  return store.run(
    `INSERT OR ${onConflict} INTO moments VALUES (?, ?, ?, ?, ?)`,
    recordingId,
    id,
    kind,
    Math.round(atMs),
    JSON.stringify(value),
  )
}

export const momentsTable: TableDescription = {
  name: 'moments',
  whenDeleted: 'deleted',
  whenJoined: 'moved',
  whenTrimmed: keepMomentsOfPart,
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}

function keepMomentsOfPart(store: Store, recordingId: string, { startMs, endMs }: TimeSpan): void {
  store.run(
    'DELETE FROM moments WHERE recording_id = ? AND (at_ms < ? OR at_ms >= ?)',
    recordingId,
    startMs,
    endMs,
  )
  store.run('UPDATE moments SET at_ms = at_ms - ? WHERE recording_id = ?', startMs, recordingId)
}
