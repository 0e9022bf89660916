import { codeOf } from '../../../faults/error-code.ts'
import type { Store } from '../../database/store.ts'
import type { TranscriptSummary } from './transcript-card.ts'
import { OF_TRANSCRIPT, type TableDescription } from '../../table-description.ts'

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

export const transcriptCardsTable: TableDescription = {
  name: 'transcript_cards',
  ...OF_TRANSCRIPT,
  isWork: false,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
