import type { Mark } from '#core/transcript/transcript'
import { readStoredMark, type StoredMark, toStoredMark } from '#core/transcript/marks/stored-mark'
import { positionsFor } from './paragraph-positions.ts'
import type { Store } from '../../database/store.ts'
import { OF_TRANSCRIPT, type TableDescription } from '../../table-description.ts'

export function readMarks(store: Store, transcriptId: string): Mark[] {
  return store
    .rows<StoredMark>(
      `SELECT id, kind, from_word_id AS fromWordId, to_word_id AS toWordId, value FROM marks
       WHERE transcript_id = ? ORDER BY position`,
      transcriptId,
    )
    .map(readStoredMark)
}

/** Only inside `change`: replaces the transcript's marks; only new and changed rows are written. */
export function writeMarks(store: Store, transcriptId: string, marks: readonly Mark[]): void {
  const rows = store.rows<StoredMark & { position: number }>(
    `SELECT id, kind, from_word_id AS fromWordId, to_word_id AS toWordId, value, position FROM marks
     WHERE transcript_id = ? ORDER BY position`,
    transcriptId,
  )
  const known = new Map(rows.map((row) => [row.id, row]))
  const positions = wholePositions(
    marks.map(({ id }) => id),
    new Map(rows.map(({ id, position }) => [id, position])),
  )
  for (const { id } of rows) {
    if (!positions.has(id)) {
      store.run('DELETE FROM marks WHERE transcript_id = ? AND id = ?', transcriptId, id)
    }
  }
  for (const mark of marks.map(toStoredMark)) {
    const row = known.get(mark.id)
    const position = positions.get(mark.id) ?? 0
    if (row !== undefined && row.position === position && saysTheSame(row, mark)) continue
    store.run(
      `INSERT INTO marks (transcript_id, id, position, kind, from_word_id, to_word_id, value)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (transcript_id, id) DO UPDATE SET position = excluded.position, kind = excluded.kind,
         from_word_id = excluded.from_word_id, to_word_id = excluded.to_word_id, value = excluded.value`,
      transcriptId,
      mark.id,
      position,
      mark.kind,
      mark.fromWordId,
      mark.toWordId,
      mark.value,
    )
  }
}

/** The column holds integers: if a mark goes between two consecutive positions, all are renumbered. */
function wholePositions(
  order: readonly string[],
  known: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const positions = positionsFor(order, known)
  const areWhole = [...positions.values()].every(Number.isInteger)
  return areWhole ? positions : new Map(order.map((id, index) => [id, index]))
}

function saysTheSame(a: StoredMark, b: StoredMark): boolean {
  return (
    a.kind === b.kind && a.fromWordId === b.fromWordId && a.toWordId === b.toWordId && a.value === b.value
  )
}

export const marksTable: TableDescription = {
  name: 'marks',
  ...OF_TRANSCRIPT,
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
