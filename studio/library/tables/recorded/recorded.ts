import { Fault } from '#contracts/errors'
import type { Consent, Moment, RecordedSource, RecordingType } from '#core/recording/journal-entry'
import type { SyncedSource } from '#core/recording/journal-state'
import type { Store } from '../../database/store.ts'
import type { LiveRecord } from '#core/live-text/live-record'
import { insertLiveText } from './live-texts.ts'
import { insertMoments } from './moments.ts'
import type { NewRecording, StoredRecording } from '../recordings/recordings.ts'
import type { TimeSpan } from '#core/transcript/time-span'
import type { TableDescription } from '../../table-description.ts'

/** Facts of a recording made by this program. */
export interface RecordedFacts {
  /** Wall-clock time, ms since the epoch. */
  readonly startedAtMs: number
  readonly endedAtMs: number
  readonly durationMs: number
  /** ISO 639 code, or `auto`. */
  readonly language: string
  readonly people: number | null
  readonly type: RecordingType
  /** Null if it was never ticked or unticked. */
  readonly consent: Consent | null
  /** One for each audio track, in order. */
  readonly sources: readonly RecordedSource[]
  /** For each source, the blocks that are certainly included; not stored by earlier versions. */
  readonly synced?: readonly SyncedSource[]
}

export interface RecordedRecording extends RecordedFacts {
  readonly recordingId: string
  readonly title: string
}

export interface NewRecorded {
  /** Id of the folder it was written in: adding it again has no effect. */
  readonly runningId: string
  readonly recording: NewRecording
  readonly facts: RecordedFacts
  readonly moments: readonly Moment[]
  /** Text while recording. */
  readonly live?: LiveRecord
  /** It was interrupted: the person is asked whether to keep it. */
  readonly isRecovered: boolean
}

export interface RecordedCalls {
  /** Adds a finished recording with all its facts. */
  addRecorded(recorded: NewRecorded): StoredRecording
  /** The recording that was written under this id; null before it is added. */
  recordingOfRunning(runningId: string): string | null
  /** Null for an imported recording. */
  recordedFacts(recordingId: string): RecordedFacts | null
  /** Interrupted recordings that the person has not decided on yet, oldest first. */
  recoveredRecordings(): RecordedRecording[]
  /** The person keeps a recovered recording. Fault `recording.unknown`. */
  keepRecovered(recordingId: string): void
  /** Notifies every program that a recording was started, changed or ended. */
  announceRecorder(runningId: string): void
}

export function createRecordedCalls(
  store: Store,
  addRecording: (recording: NewRecording) => StoredRecording,
): RecordedCalls {
  return {
    addRecorded({ runningId, recording, facts, moments, live, isRecovered }) {
      return store.change((append) => {
        const added = addRecording(recording)
        const { startedAtMs, endedAtMs, durationMs, ...others } = facts
        store.run(
          'INSERT OR REPLACE INTO recorded VALUES (?, ?, ?, ?, ?, ?, ?)',
          added.id,
          runningId,
          startedAtMs,
          endedAtMs,
          durationMs,
          isRecovered ? 1 : 0,
          JSON.stringify(others),
        )
        insertMoments(store, added.id, moments)
        if (live !== undefined) insertLiveText(store, added.id, live)
        append('recorder-changed', { recordingId: added.id })
        return { ...added, durationMs: added.durationMs ?? durationMs }
      })
    },
    recordingOfRunning: (runningId) =>
      store.row<{ id: string }>('SELECT recording_id AS id FROM recorded WHERE running_id = ?', runningId)
        ?.id ?? null,
    recordedFacts: (recordingId) => readRecordedFacts(store, recordingId),
    recoveredRecordings: () =>
      store.rows<Row>(`${RECORDED} WHERE is_recovered = 1 ORDER BY started_at_ms`).map(recordedOf),
    keepRecovered(recordingId) {
      store.change((append) => {
        const changed = store.run('UPDATE recorded SET is_recovered = 0 WHERE recording_id = ?', recordingId)
        if (changed === 0) throw new Fault('recording.unknown', { reference: recordingId })
        append('recorder-changed', { recordingId })
      })
    },
    announceRecorder(runningId) {
      store.change((append) => append('recorder-changed', { runningId }))
    },
  }
}

export function readRecordedFacts(store: Store, recordingId: string): RecordedFacts | null {
  const row = store.row<Row>(`${RECORDED} WHERE recording_id = ?`, recordingId)
  if (row === undefined) return null
  const { recordingId: _id, title: _title, ...facts } = recordedOf(row)
  return facts
}

interface Row {
  readonly recordingId: string
  readonly title: string
  readonly startedAtMs: number
  readonly endedAtMs: number
  readonly durationMs: number
  readonly others: string
}

const RECORDED = `SELECT recording_id AS recordingId, title, started_at_ms AS startedAtMs,
  ended_at_ms AS endedAtMs, recorded.duration_ms AS durationMs, facts AS others
  FROM recorded JOIN recordings ON recordings.id = recorded.recording_id`

function recordedOf({ others, ...row }: Row): RecordedRecording {
  const facts = JSON.parse(others) as Omit<RecordedFacts, 'startedAtMs' | 'endedAtMs' | 'durationMs'>
  return { ...row, ...facts }
}

export const recordedTable: TableDescription = {
  name: 'recorded',
  whenDeleted: 'deleted',
  whenJoined: 'moved',
  whenTrimmed: keepRecordedOfPart,
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}

function keepRecordedOfPart(store: Store, recordingId: string, { startMs, endMs }: TimeSpan): void {
  store.run(
    `UPDATE recorded SET started_at_ms = started_at_ms + ?, ended_at_ms = started_at_ms + ?,
     duration_ms = ? WHERE recording_id = ?`,
    startMs,
    endMs,
    endMs - startMs,
    recordingId,
  )
}
