import type { Store } from '../../database/store.ts'

/** When a person marked the transcript as checked, ms; null: not. */
export function readChecked(store: Store, transcriptId: string): number | null {
  const row = store.row<{ checkedAtMs: number | null }>(
    'SELECT checked_at_ms AS checkedAtMs FROM transcripts WHERE id = ?',
    transcriptId,
  )
  return row?.checkedAtMs ?? null
}

/** Only inside `change`. */
export function writeChecked(store: Store, transcriptId: string, atMs: number | null): void {
  store.run('UPDATE transcripts SET checked_at_ms = ? WHERE id = ?', atMs, transcriptId)
}
