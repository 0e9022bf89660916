import type { PlaceCounts } from '#core/doubt/count-places'
import type { Store } from '../../database/store.ts'
import { OF_TRANSCRIPT, type TableDescription } from '../../table-description.ts'

/** Place counts of a transcript at this version. */
export interface CountedPlaces extends PlaceCounts {
  readonly transcriptId: string
  readonly version: number
}

export interface PlaceCalls {
  /** JSON of core's DoubtEvidence; null if none is stored. */
  keptEvidence(transcriptId: string): string | null
  /** Deletes counts made with other evidence. Does nothing if the transcript was deleted. */
  keepEvidence(transcriptId: string, evidence: string): void
  savePlaces(counted: readonly CountedPlaces[]): void
  /** Finished transcripts whose places were not counted since their last change, newest first. */
  uncountedTranscripts(limit: number): string[]
}

export function createPlaceCalls(store: Store): PlaceCalls {
  const keptEvidence = (transcriptId: string): string | null =>
    store.row<{ evidence: string }>(
      'SELECT evidence FROM transcript_evidence WHERE transcript_id = ?',
      transcriptId,
    )?.evidence ?? null
  return {
    keptEvidence,
    keepEvidence(transcriptId, evidence) {
      store.change(() => {
        if (keptEvidence(transcriptId) === evidence) return
        store.run(
          `INSERT INTO transcript_evidence (transcript_id, evidence)
           SELECT id, ? FROM transcripts WHERE id = ?
           ON CONFLICT (transcript_id) DO UPDATE SET evidence = excluded.evidence`,
          evidence,
          transcriptId,
        )
        store.run('DELETE FROM transcript_places WHERE transcript_id = ?', transcriptId)
      })
    },
    savePlaces(counted) {
      store.change((append) => {
        for (const { transcriptId, version, toCheck, checked } of counted) {
          store.run(
            `INSERT INTO transcript_places (transcript_id, version, to_check, checked)
             SELECT id, ?, ?, ? FROM transcripts WHERE id = ?
             ON CONFLICT (transcript_id) DO UPDATE SET version = excluded.version,
               to_check = excluded.to_check, checked = excluded.checked`,
            version,
            toCheck,
            checked,
            transcriptId,
          )
        }
        append('places-counted', { transcriptIds: counted.map(({ transcriptId }) => transcriptId) })
      })
    },
    uncountedTranscripts: (limit) =>
      store
        .rows<{ id: string }>(
          `SELECT transcripts.id FROM transcripts
           LEFT JOIN transcript_places ON transcript_places.transcript_id = transcripts.id
           WHERE transcripts.state = 'done' AND transcript_places.version IS NOT transcripts.version
           ORDER BY transcripts.number DESC LIMIT ?`,
          limit,
        )
        .map(({ id }) => id),
  }
}

export const transcriptEvidenceTable: TableDescription = {
  name: 'transcript_evidence',
  ...OF_TRANSCRIPT,
  isWork: false,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}

export const transcriptPlacesTable: TableDescription = {
  name: 'transcript_places',
  ...OF_TRANSCRIPT,
  isWork: false,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
