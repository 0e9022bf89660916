import type { LostCorrection } from '#core/live-text/carry-corrections'
import type { LostName } from '#core/live-text/carry-names'
import type { LiveRecord } from '#core/live-text/live-record'
import type { TimeSpan } from '#core/transcript/time-span'
import { partOfRecord, timedInPart } from '#core/live-text/part-of-record'
import type { Store } from '../../database/store.ts'
import type { TableDescription } from '../../table-description.ts'

/** Changes that a person made while recording and that have no place in the transcript. */
export interface LostLiveChanges {
  readonly corrections: readonly LostCorrection[]
  readonly names: readonly LostName[]
}

export interface StoredLiveText extends LiveRecord {
  /** The transcript that took over the changes; null before. */
  readonly takenBy: string | null
  /** Changes without a place in that transcript, until the person dismisses them. */
  readonly lost: LostLiveChanges
}

export interface LiveTextCalls {
  /** Null for a recording made without live text, or imported. */
  liveText(recordingId: string): StoredLiveText | null
  /** The person has dismissed the changes without a place. */
  putAwayLostChanges(recordingId: string): void
}

interface Row {
  readonly record: string
  readonly takenBy: string | null
  readonly lost: string | null
}

const ROW = 'SELECT record, taken_by AS takenBy, lost FROM live_texts WHERE recording_id = ?'

const NOTHING: LostLiveChanges = { corrections: [], names: [] }

export function createLiveTextCalls(store: Store): LiveTextCalls {
  return {
    liveText: (recordingId) => readLiveText(store, recordingId),
    putAwayLostChanges(recordingId) {
      store.change((append) => {
        store.run('UPDATE live_texts SET lost = NULL WHERE recording_id = ?', recordingId)
        append('recording-updated', { recordingId })
      })
    },
  }
}

export function readLiveText(store: Store, recordingId: string): StoredLiveText | null {
  const row = store.row<Row>(ROW, recordingId)
  return row === undefined ? null : storedText(row)
}

/** Records that the transcript has taken over the changes. */
export function setLiveTextTaken(
  store: Store,
  recordingId: string,
  transcriptId: string,
  lost: LostLiveChanges,
): void {
  store.change((append) => {
    store.run(
      'UPDATE live_texts SET taken_by = ?, lost = ? WHERE recording_id = ?',
      transcriptId,
      JSON.stringify(lost),
      recordingId,
    )
    append('recording-updated', { recordingId })
  })
}

/** Within a transaction of the caller; text without any line is not stored. */
export function insertLiveText(store: Store, recordingId: string, record: LiveRecord): void {
  if (record.lines.length === 0 && record.changes.length === 0) return
  store.run(
    'INSERT OR IGNORE INTO live_texts (recording_id, record) VALUES (?, ?)',
    recordingId,
    JSON.stringify(record),
  )
}

/** Keeps only the lines of the part, with times relative to its start; within a transaction of the caller. */
export function keepLiveTextOfPart(store: Store, recordingId: string, part: TimeSpan): void {
  const row = store.row<Row>(ROW, recordingId)
  if (row === undefined) return
  const { lines, changes, lost } = storedText(row)
  store.run(
    'UPDATE live_texts SET record = ?, lost = ? WHERE recording_id = ?',
    JSON.stringify(partOfRecord({ lines, changes }, part)),
    JSON.stringify({ ...lost, corrections: timedInPart(lost.corrections, part) }),
    recordingId,
  )
}

function storedText({ record, takenBy, lost }: Row): StoredLiveText {
  return {
    ...(JSON.parse(record) as LiveRecord),
    takenBy,
    lost: lost === null ? NOTHING : (JSON.parse(lost) as LostLiveChanges),
  }
}

export const liveTextsTable: TableDescription = {
  name: 'live_texts',
  whenDeleted: 'deleted',
  whenJoined: 'as-deleted',
  whenTrimmed: keepLiveTextOfPart,
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
