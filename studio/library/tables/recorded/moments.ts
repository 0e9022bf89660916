import { randomUUID } from 'node:crypto'
import { Fault } from '#contracts/errors'
import type { MeetingFacts, StoredMoment } from '#core/moments/moment'
import { changedMoment } from '#core/moments/read-moment'
import type { Store } from '../../database/store.ts'
import { MomentLog } from './moment-log.ts'
import { insertCutStretch } from './cut-stretch-rows.ts'
import { insertMoment, readMoment, readMoments, writeMoment } from './moment-rows.ts'
import { noteDeletedSound } from './sound-deletions.ts'
import type { TableDescription } from '../../table-description.ts'

/** A person's typed facts of a conversation; empty if none. */
export interface TypedMeeting {
  readonly date: string
  readonly place: string
}

export interface MomentCalls {
  /** In order of time. */
  moments(recordingId: string): StoredMoment[]
  /**
   * Adds a moment, or replaces the one with the same id; keeps members of its value that this program does
   * not know. Consecutive changes with the same `stepId` are undone together; without it, each is a separate
   * step. Fault `recording.unknown`.
   */
  setMoment(recordingId: string, moment: StoredMoment, stepId?: string): void
  removeMoment(recordingId: string, id: string, stepId?: string): void
  /**
   * Reverses a step of changes of moments, even if others followed it; does nothing if it is already undone.
   */
  takeBackMoments(recordingId: string, stepId: string): void
  typedMeeting(recordingId: string): TypedMeeting
  /** Fault `recording.unknown`. */
  setTypedMeeting(recordingId: string, meeting: TypedMeeting): void
  /**
   * Adds a file's facts of the conversation: moments and cut stretches whose ids the recording lacks, date and place if none
   * are typed, and that its sound was deleted, if the library never had it.
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
  const log = new MomentLog(store)
  const put = (
    recordingId: string,
    momentId: string,
    stepId: string,
    change: (before: StoredMoment | null) => StoredMoment | null,
  ): void =>
    store.change((append) => {
      checkRecording(recordingId)
      const before = readMoment(store, recordingId, momentId)
      const after = change(before)
      if (JSON.stringify(before) === JSON.stringify(after)) return
      writeMoment(store, recordingId, momentId, after)
      log.append(recordingId, { subject: 'moment', rowId: momentId, before, after }, { stepId, undoes: null })
      append('moments-changed', { recordingId })
    })
  return {
    moments: (recordingId) => readMoments(store, recordingId),
    setMoment: (recordingId, moment, stepId = randomUUID()) =>
      put(recordingId, moment.id, stepId, (before) => changedMoment(before, moment)),
    removeMoment: (recordingId, id, stepId = randomUUID()) => put(recordingId, id, stepId, () => null),
    takeBackMoments(recordingId, stepId) {
      store.change((append) => {
        const numbers = log.numbersOf(recordingId, stepId)
        if (numbers === null) return
        const checked = log.takeBack(recordingId, { stepId, numbers }, randomUUID())
        for (const transcriptId of checked) append('transcript-checked', { transcriptId })
        append('moments-changed', { recordingId })
        append('cut-changed', { recordingId })
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
    addMeetingFacts(recordingId, { moments = [], date = '', place = '', soundDeletedOn = '', cuts = [] }) {
      if (moments.length + cuts.length === 0 && date === '' && place === '' && soundDeletedOn === '') return
      store.change((append) => {
        checkRecording(recordingId)
        const added = insertMoments(store, recordingId, moments)
        const typed = typedMeeting(recordingId)
        const both = { date: typed.date || date, place: typed.place || place }
        const isTyped = both.date !== typed.date || both.place !== typed.place
        if (isTyped) writeMeeting(recordingId, both)
        if (isTyped || added > 0) append('moments-changed', { recordingId })
        const cut = cuts.filter((stretch) => insertCutStretch(store, recordingId, stretch, 'IGNORE') > 0)
        if (cut.length > 0) append('cut-changed', { recordingId })
        if (noteDeletedSound(store, recordingId, soundDeletedOn)) append('recording-updated', { recordingId })
      })
    },
  }
}

/** Adds moments whose ids the recording lacks, within a transaction of the caller. @returns number added */
export function insertMoments(store: Store, recordingId: string, moments: readonly StoredMoment[]): number {
  return moments.reduce((sum, moment) => sum + insertMoment(store, recordingId, moment, 'IGNORE'), 0)
}

export const meetingsTable: TableDescription = {
  name: 'meetings',
  whenDeleted: 'deleted',
  whenJoined: 'moved',
  whenTrimmed: 'kept',
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: { labels: '(SELECT date FROM meetings WHERE recording_id = recordings.id)' },
}
