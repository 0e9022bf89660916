import { codeOf } from '../../faults/error-code.ts'
import type { Store } from '../database/store.ts'
import { newestEvent } from './events.ts'
import { TranscriptSummaries, type TranscriptSummary } from './transcript-card.ts'

/** Only inside `change`. Logs no event, as nothing visible has changed. */
export function writeSummary(
  store: Store,
  transcriptId: string,
  version: number,
  summary: TranscriptSummary,
): void {
  store.run(
    `INSERT INTO transcript_cards (transcript_id, version, card) VALUES (?, ?, ?)
     ON CONFLICT (transcript_id) DO UPDATE SET version = excluded.version, card = excluded.card`,
    transcriptId,
    version,
    JSON.stringify(summary),
  )
}

/** Transcripts per transaction: one transaction each would take longer than reading them. */
const SLICE = 50

interface Kept {
  readonly transcriptId: string
  readonly version: number
  readonly summary: TranscriptSummary
}

/**
 * A full or busy disk must not prevent showing the library: summaries that cannot be stored are computed again next
 * time.
 */
export function keepSummaries(store: Store, kept: readonly Kept[]): void {
  try {
    store.change(() => {
      for (const { transcriptId, version, summary } of kept)
        writeSummary(store, transcriptId, version, summary)
    })
  } catch (error) {
    if (!/^SQLITE_(?:FULL|BUSY|LOCKED|IOERR|READONLY)/u.test(codeOf(error) ?? '')) throw error
  }
}

/** Number of the last event when no summary was missing. */
const complete = new WeakMap<Store, number>()

/**
 * Writes missing summaries of finished transcripts for their current version, so that counts based on them are right.
 */
export function keepMissingSummaries(store: Store): void {
  const newest = newestEvent(store)
  // Every change of a transcript is an event.
  if (complete.get(store) === newest) return
  const stale = store.rows<{ id: string; version: number }>(
    `SELECT transcripts.id, transcripts.version FROM transcripts
     LEFT JOIN transcript_cards ON transcript_cards.transcript_id = transcripts.id
     WHERE transcripts.state = 'done' AND transcript_cards.version IS NOT transcripts.version`,
  )
  const summaries = new TranscriptSummaries(store)
  for (let from = 0; from < stale.length; from += SLICE) {
    const kept = stale
      .slice(from, from + SLICE)
      .map(({ id, version }) => ({ transcriptId: id, version, summary: summaries.of(id) }))
    keepSummaries(store, kept)
  }
  complete.set(store, newest)
}
