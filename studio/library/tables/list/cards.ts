import { Fault } from '#contracts/errors'
import type { PlaceCounts } from '#core/doubt/count-places'
import { MIX } from '#core/tracks/mix'
import type { Run } from '#core/transcript/transcript'
import type { TimeSpan } from '#core/transcript/time-span'
import { CORRECTED } from '../transcripts/corrected-sql.ts'
import { DURATION } from '../recordings/duration-sql.ts'
import { keepSummaries } from '../transcripts/kept-summaries.ts'
import type { MediaFacts, StoredRecording } from '../recordings/recordings.ts'
import type { SoundDeletion } from '../recorded/sound-deletions.ts'
import type { Store } from '../../database/store.ts'
import { PART_COLUMNS, type PartRow, transcriptPart } from '../transcripts/transcript-part.ts'
import { TranscriptSummaries, type TranscriptSummary } from '../transcripts/transcript-card.ts'

/** Everything on a recording's card that comes from the library. */
export interface CardRow extends StoredRecording {
  /** As its feed or its file says; null: unknown. */
  readonly publishedAtMs: number | null
  readonly tags: readonly string[]
  readonly media: MediaFacts | null
  /** The part that is kept; null: all of it. */
  readonly trim: TimeSpan | null
  /** The day on which the sound is to be deleted or was deleted; null: it is kept. */
  readonly soundDeletion: SoundDeletion | null
  /** The day on which the whole recording is to be deleted; null: it is kept. */
  readonly deletionDueOn: string | null
  /** The decoded track for playback: the transcript's, else the first. */
  readonly track: number | null
  readonly transcript: CardTranscript | null
}

export interface CardTranscript extends TranscriptSummary {
  readonly id: string
  readonly jobId: string | null
  readonly state: 'running' | 'done'
  readonly language: string
  readonly corrected: boolean
  /** When a person marked it as checked; null: never. */
  readonly checkedAtMs: number | null
  /** For the current text; null if not counted since it last changed. */
  readonly places: PlaceCounts | null
  /** The part that it covers, if that is less than what is kept of the recording. */
  readonly part: TimeSpan | null
}

export interface CardCalls {
  /** Cards of those `ids` that exist, in that order. */
  cardsOf(ids: readonly string[]): CardRow[]
  /** Fault `recording.unknown`. */
  card(recordingId: string): CardRow
  /**
   * Path of the original and the track for playback, without reading a transcript. Fault `recording.unknown`.
   */
  mediaPlace(recordingId: string): { path: string; track: number | null }
}

interface Row extends StoredRecording, PartRow {
  readonly publishedAtMs: number | null
  readonly number: number
  readonly mediaText: string | null
  readonly trimStartMs: number | null
  readonly trimEndMs: number | null
  readonly dueOn: string | null
  readonly deletedOn: string | null
  readonly deletionDueOn: string | null
  readonly tagsText: string
  readonly firstTrack: number | null
  readonly transcriptId: string | null
  readonly jobId: string | null
  readonly state: 'running' | 'done' | null
  readonly language: string | null
  readonly version: number | null
  readonly run: string | null
  readonly corrected: number | null
  readonly checkedAtMs: number | null
  readonly ownTrack: number | null
  readonly knownVersion: number | null
  readonly known: string | null
  readonly toCheck: number | null
  readonly checked: number | null
}

const CARD = `SELECT recordings.number, recordings.id, sha256, path, file_name AS fileName, title, bytes,
  mtime_ms AS mtimeMs, added_at_ms AS addedAtMs,
  (SELECT published_at_ms FROM recording_sources WHERE recording_id = recordings.id) AS publishedAtMs, media AS mediaText,
  (SELECT json_group_array(tag) FROM (
    SELECT tag FROM tags WHERE recording_id = recordings.id ORDER BY position
  )) AS tagsText,
  ${DURATION} AS durationMs, trims.start_ms AS trimStartMs, trims.end_ms AS trimEndMs,
  sound_deletions.due_on AS dueOn, sound_deletions.deleted_on AS deletedOn,
  recording_deletions.due_on AS deletionDueOn,
  (SELECT track_index FROM tracks WHERE recording_id = recordings.id ORDER BY track_index LIMIT 1) AS firstTrack,
  transcripts.id AS transcriptId, transcripts.job_id AS jobId, transcripts.state, transcripts.language,
  transcripts.version, transcripts.run, ${PART_COLUMNS},
  ${CORRECTED} AS corrected, transcripts.checked_at_ms AS checkedAtMs,
  CASE json_extract(transcripts.run, '$.settings.tracks') WHEN 'all' THEN ${MIX}
    ELSE json_extract(transcripts.run, '$.settings.track') END AS ownTrack,
  transcript_cards.version AS knownVersion, transcript_cards.card AS known,
  transcript_places.to_check AS toCheck, transcript_places.checked
  FROM recordings
  LEFT JOIN trims ON trims.recording_id = recordings.id
  LEFT JOIN sound_deletions ON sound_deletions.recording_id = recordings.id
  LEFT JOIN recording_deletions ON recording_deletions.recording_id = recordings.id
  LEFT JOIN transcripts
    ON transcripts.id = (SELECT id FROM current_transcripts WHERE recording_id = recordings.id)
  LEFT JOIN transcript_cards ON transcript_cards.transcript_id = transcripts.id
  LEFT JOIN transcript_places ON transcript_places.transcript_id = transcripts.id
    AND transcript_places.version = transcripts.version AND transcripts.state = 'done'`

export function createCardCalls(store: Store): CardCalls {
  const summaries = new TranscriptSummaries(store)
  /** Summaries of transcripts that change too often to be stored. */
  const remembered = new Map<string, { readonly version: number; readonly summary: TranscriptSummary }>()

  const summaryOf = (row: Row, transcriptId: string, version: number): TranscriptSummary => {
    if (row.known !== null && row.knownVersion === version) return JSON.parse(row.known) as TranscriptSummary
    const own = remembered.get(transcriptId)
    if (own?.version === version) return own.summary
    const summary = summaries.of(transcriptId)
    remembered.set(transcriptId, { version, summary })
    if (row.state === 'done') keepSummaries(store, [{ transcriptId, version, summary }])
    return summary
  }
  const cardOf = (row: Row): CardRow => {
    const { mediaText, tagsText, firstTrack, ownTrack, trimStartMs, trimEndMs, dueOn, deletedOn } = row
    const { id, sha256, path, fileName, title, bytes, mtimeMs, addedAtMs, publishedAtMs, durationMs } = row
    return {
      id,
      sha256,
      path,
      fileName,
      title,
      bytes,
      mtimeMs,
      addedAtMs,
      publishedAtMs,
      durationMs,
      tags: JSON.parse(tagsText) as string[],
      media: mediaText === null ? null : (JSON.parse(mediaText) as MediaFacts),
      trim: trimStartMs === null || trimEndMs === null ? null : { startMs: trimStartMs, endMs: trimEndMs },
      deletionDueOn: row.deletionDueOn,
      soundDeletion: dueOn === null && deletedOn === null ? null : { dueOn, deletedOn },
      track: ownTrack ?? firstTrack,
      transcript: transcriptOf(row),
    }
  }
  const transcriptOf = (row: Row): CardTranscript | null => {
    const { transcriptId, jobId, state, language, version, run, toCheck, checked } = row
    if (transcriptId === null || state === null || language === null || version === null || run === null)
      return null
    return {
      id: transcriptId,
      jobId,
      state,
      language,
      corrected: row.corrected === 1,
      checkedAtMs: row.checkedAtMs,
      places: toCheck === null || checked === null ? null : { toCheck, checked },
      part: transcriptPart((JSON.parse(run) as Run).settings, row),
      ...summaryOf(row, transcriptId, version),
    }
  }
  return {
    cardsOf: (ids) =>
      ids.flatMap((id) => {
        const row = store.row<Row>(`${CARD} WHERE recordings.id = ?`, id)
        return row === undefined ? [] : [cardOf(row)]
      }),
    card(recordingId) {
      const row = store.row<Row>(`${CARD} WHERE recordings.id = ?`, recordingId)
      if (row === undefined) throw new Fault('recording.unknown', { reference: recordingId })
      return cardOf(row)
    },
    mediaPlace(recordingId) {
      const row = store.row<Row>(`${CARD} WHERE recordings.id = ?`, recordingId)
      if (row === undefined) throw new Fault('recording.unknown', { reference: recordingId })
      return { path: row.path, track: row.ownTrack ?? row.firstTrack }
    },
  }
}
