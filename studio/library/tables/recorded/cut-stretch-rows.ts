import { byStart, type CutStretch, isCutReason } from '#core/transcript/cut-reason'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Store } from '../../database/store.ts'
import type { TableDescription } from '../../table-description.ts'

type Row = Omit<CutStretch, 'reason'> & { readonly reason: string }

const STRETCHES =
  'SELECT id, start_ms AS startMs, end_ms AS endMs, reason FROM cut_stretches WHERE recording_id = ?'

/** A reason of a later program is a person's to this one. */
const stretchOf = ({ reason, ...row }: Row): CutStretch => ({
  ...row,
  reason: isCutReason(reason) ? reason : 'person',
})

/** In order of time. */
export const readCutStretches = (store: Store, recordingId: string): CutStretch[] =>
  store.rows<Row>(STRETCHES, recordingId).map(stretchOf).toSorted(byStart)

export function readCutStretch(store: Store, recordingId: string, id: string): CutStretch | null {
  const row = store.row<Row>(`${STRETCHES} AND id = ?`, recordingId, id)
  return row === undefined ? null : stretchOf(row)
}

/** Only inside `change`: adds or replaces it; null removes it. */
export function writeCutStretch(
  store: Store,
  recordingId: string,
  id: string,
  stretch: CutStretch | null,
): void {
  if (stretch === null)
    store.run('DELETE FROM cut_stretches WHERE recording_id = ? AND id = ?', recordingId, id)
  else insertCutStretch(store, recordingId, stretch, 'REPLACE')
}

/** Only inside `change`. @returns number of rows written */
export function insertCutStretch(
  store: Store,
  recordingId: string,
  { id, startMs, endMs, reason }: CutStretch,
  onConflict: 'REPLACE' | 'IGNORE',
): number {
  return store.run(
    `INSERT OR ${onConflict} INTO cut_stretches VALUES (?, ?, ?, ?, ?)`,
    recordingId,
    id,
    Math.round(startMs),
    Math.round(endMs),
    reason,
  )
}

export const cutStretchesTable: TableDescription = {
  name: 'cut_stretches',
  whenDeleted: 'deleted',
  whenJoined: 'moved',
  whenTrimmed: keepStretchesOfPart,
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}

function keepStretchesOfPart(store: Store, recordingId: string, { startMs, endMs }: TimeSpan): void {
  store.run(
    'DELETE FROM cut_stretches WHERE recording_id = ? AND (end_ms <= ? OR start_ms >= ?)',
    recordingId,
    startMs,
    endMs,
  )
  store.run(
    `UPDATE cut_stretches SET start_ms = max(start_ms, ?) - ?, end_ms = min(end_ms, ?) - ? WHERE recording_id = ?`,
    startMs,
    startMs,
    endMs,
    startMs,
    recordingId,
  )
}
