import { Fault } from '#contracts/errors'
import type { MeetingFacts, StoredMoment } from '#core/moments/moment'
import { changedMoment } from '#core/moments/read-moment'
import type { JsonValue } from '#core/transcript/json-value'
import type { Store } from '../database/store.ts'
import { noteDeletedSound } from './sound-deletions.ts'

/** What a person typed of a conversation; empty for nothing. */
export interface TypedMeeting {
  readonly date: string
  readonly place: string
}

export interface MomentCalls {
  /** In order of time. */
  moments(recordingId: string): StoredMoment[]
  /**
   * Adds a moment, or replaces the one with its id; what this program does not know of its value is kept. Fault
   * `recording.unknown`.
   */
  setMoment(recordingId: string, moment: StoredMoment): void
  removeMoment(recordingId: string, id: string): void
  typedMeeting(recordingId: string): TypedMeeting
  /** Fault `recording.unknown`. */
  setTypedMeeting(recordingId: string, meeting: TypedMeeting): void
  /**
   * Adds what a file says of the conversation: moments whose ids the recording lacks, date and place where none is typed,
   * that its sound was deleted where the library never had it.
   * Fault `recording.unknown`.
   */
  addMeetingFacts(recordingId: string, facts: MeetingFacts): void
}

export function createMomentCalls(store: Store): MomentCalls {
  const checkRecording = (recordingId: string): void => {
    if (store.row('SELECT 1 FROM recordings WHERE id = ?', recordingId) === undefined)
      throw new Fault('recording.unknown', { reference: recordingId })
  }
  const typedMeeting = (recordingId: string): TypedMeeting =>
    store.row<TypedMeeting>('SELECT date, place FROM meetings WHERE recording_id = ?', recordingId) ?? {
      date: '',
      place: '',
    }
  const writeMeeting = (recordingId: string, { date, place }: TypedMeeting): void => {
    store.run('INSERT OR REPLACE INTO meetings VALUES (?, ?, ?)', recordingId, date, place)
  }
  return {
    moments: (recordingId) => store.rows<Row>(`${MOMENTS} ORDER BY at_ms, id`, recordingId).map(momentOf),
    setMoment(recordingId, moment) {
      store.change((append) => {
        checkRecording(recordingId)
        const row = store.row<Row>(`${MOMENTS} AND id = ?`, recordingId, moment.id)
        const before = row === undefined ? null : momentOf(row)
        insert(store, recordingId, changedMoment(before, moment), 'REPLACE')
        append('moments-changed', { recordingId })
      })
    },
    removeMoment(recordingId, id) {
      store.change((append) => {
        store.run('DELETE FROM moments WHERE recording_id = ? AND id = ?', recordingId, id)
        append('moments-changed', { recordingId })
      })
    },
    typedMeeting,
    setTypedMeeting(recordingId, meeting) {
      store.change((append) => {
        checkRecording(recordingId)
        writeMeeting(recordingId, meeting)
        append('moments-changed', { recordingId })
      })
    },
    addMeetingFacts(recordingId, { moments = [], date = '', place = '', soundDeletedOn = '' }) {
      if (moments.length === 0 && date === '' && place === '' && soundDeletedOn === '') return
      store.change((append) => {
        checkRecording(recordingId)
        const added = insertMoments(store, recordingId, moments)
        const typed = typedMeeting(recordingId)
        const both = { date: typed.date || date, place: typed.place || place }
        const isTyped = both.date !== typed.date || both.place !== typed.place
        if (isTyped) writeMeeting(recordingId, both)
        if (isTyped || added > 0) append('moments-changed', { recordingId })
        if (noteDeletedSound(store, recordingId, soundDeletedOn)) append('recording-updated', { recordingId })
      })
    },
  }
}

/** Adds those whose ids the recording does not have, within a transaction of the caller. @returns how many */
export function insertMoments(store: Store, recordingId: string, moments: readonly StoredMoment[]): number {
  return moments.reduce((sum, moment) => sum + insert(store, recordingId, moment, 'IGNORE'), 0)
}

type Row = Omit<StoredMoment, 'value'> & { readonly value: string }

const MOMENTS = 'SELECT id, kind, at_ms AS atMs, value FROM moments WHERE recording_id = ?'

const momentOf = (row: Row): StoredMoment => ({ ...row, value: JSON.parse(row.value) as JsonValue })

function insert(
  store: Store,
  recordingId: string,
  { id, kind, atMs, value }: StoredMoment,
  onConflict: 'REPLACE' | 'IGNORE',
): number {
  return store.run(
    `INSERT OR ${onConflict} INTO moments VALUES (?, ?, ?, ?, ?)`,
    recordingId,
    id,
    kind,
    Math.round(atMs),
    JSON.stringify(value),
  )
}
