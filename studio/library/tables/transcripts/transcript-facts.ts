import type { Run } from '#core/transcript/transcript'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Store } from '../../database/store.ts'
import { CORRECTED } from './corrected-sql.ts'
import { PART_COLUMNS, type PartRow, transcriptPart } from './transcript-part.ts'
import type { TableDescription } from '../../table-description.ts'

export interface TranscriptFacts {
  readonly id: string
  readonly recordingId: string
  /** The job that writes or wrote it; null once the job is deleted. */
  readonly jobId: string | null
  readonly settingsKey: string
  readonly language: string
  readonly run: Run
  readonly state: 'running' | 'done'
  /** Incremented with every change of the transcript's content. */
  readonly version: number
  /** Number of the newest edit, 0 before the first. */
  readonly editNumber: number
  /** Whether a person has edited it; redactions taken over from another transcript do not count. */
  readonly corrected: boolean
  /**
   * Whether this is the transcript of its recording that is shown and searched: among the finished ones
   * (among all if none is finished) the one chosen by a person, else the newest corrected one, else the
   * newest. One of a part, and an aligned text that nobody chose, come last.
   */
  readonly current: boolean
  /** An aligned text or a part that replaces no other transcript until a person chooses it. */
  readonly waits: boolean
  /** The part that it covers, if that is less than what is kept of the recording; else null. */
  readonly part: TimeSpan | null
}

const RECORD = `SELECT id, recording_id AS recordingId, job_id AS jobId, settings_key AS settingsKey, language, run,
  state, version,
  (SELECT coalesce(max(number), 0) FROM edits WHERE transcript_id = transcripts.id) AS editNumber,
  EXISTS (
    SELECT 1 FROM current_transcripts
    WHERE current_transcripts.recording_id = transcripts.recording_id AND current_transcripts.id = transcripts.id
  ) AS current, ${CORRECTED} AS corrected, rank, ${PART_COLUMNS}
  FROM transcripts`

type RecordRow = Omit<TranscriptFacts, 'run' | 'corrected' | 'current' | 'waits' | 'part'> &
  PartRow & {
    readonly run: string
    readonly corrected: number
    readonly current: number
    readonly rank: number
  }

export function factsOf(store: Store, transcriptId: string): TranscriptFacts | undefined {
  const row = store.row<RecordRow>(`${RECORD} WHERE id = ?`, transcriptId)
  return row && recordOf(row)
}

/** Of the transcript that the job writes or wrote. */
export function factsOfJob(store: Store, jobId: string): TranscriptFacts | undefined {
  const row = store.row<RecordRow>(`${RECORD} WHERE job_id = ?`, jobId)
  return row && recordOf(row)
}

/** Of all transcripts of a recording, newest last. */
export function factsOfAll(store: Store, recordingId: string): TranscriptFacts[] {
  return store.rows<RecordRow>(`${RECORD} WHERE recording_id = ? ORDER BY number`, recordingId).map(recordOf)
}

function recordOf({ keptFromMs, keptToMs, wholeMs, rank, ...row }: RecordRow): TranscriptFacts {
  const run = JSON.parse(row.run) as Run
  return {
    ...row,
    run,
    corrected: row.corrected === 1,
    current: row.current === 1,
    waits: rank < 0,
    part: transcriptPart(run.settings, { keptFromMs, keptToMs, wholeMs }),
  }
}

/** Maintained by triggers. */
export const currentTranscriptsTable: TableDescription = {
  name: 'current_transcripts',
  whenDeleted: 'deleted',
  whenJoined: 'follows',
  whenTrimmed: 'follows',
  isWork: false,
  whenRepaired: 'uncounted',
  whenCopied: null,
  foundBy: null,
}
