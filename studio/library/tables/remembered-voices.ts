import { Fault } from '#contracts/errors'
import type { DeclinedVoice } from '#core/remembered-voices/declined-speakers'
import { isSameName } from '#core/transcript/same-name'
import type { TimeSpan } from '#core/transcript/time-span'
import { requestErasure } from '../database/erase.ts'
import type { Store } from '../database/store.ts'
import type { TableDescription } from '../table-description.ts'

/** A voice that a person asked to remember. */
export interface StoredVoice {
  readonly id: string
  readonly name: string
  readonly createdAtMs: number
  /** Oldest first; at least one. */
  readonly parts: readonly StoredVoicePart[]
}

/** A voice as learned from one recording. */
export interface StoredVoicePart {
  readonly recordingId: string
  /** Title of the recording. */
  readonly title: string
  /** The voice model: vectors of different ones cannot be compared. */
  readonly modelSha256: string
  /** Unit vector. */
  readonly vector: Float32Array
  /** Seconds of speech that it was made from. */
  readonly seconds: number
  /** Where the voice can be heard. */
  readonly sample: TimeSpan
  readonly addedAtMs: number
}

export interface NewVoicePart extends Omit<StoredVoicePart, 'title'> {
  readonly name: string
}

export interface RememberedVoiceCalls {
  /** Ordered by name. */
  rememberedVoices(): StoredVoice[]
  /**
   * Adds it to the voice with that name, replacing what was learned from the same recording before, or to a
   * new one. Returns the voice's id. Fault `recording.unknown`.
   */
  rememberVoice(part: NewVoicePart, newId: string): string
  /**
   * Forgets one voice, or what was learned from one recording. Fault `voice.unknown`. `erase` removes it from
   * the files.
   */
  forgetVoice(voiceId: string, recordingId?: string): void
  /** Returns how many there were. */
  forgetAllVoices(): number
  declinedVoices(recordingId: string): DeclinedVoice[]
  /**
   * Records that the voice is not that of the speaker heard there. Faults: `recording.unknown`,
   * `voice.unknown`.
   */
  declineVoice(recordingId: string, declined: DeclinedVoice): void
}

export function createRememberedVoiceCalls(store: Store): RememberedVoiceCalls {
  const checkRecording = (recordingId: string): void => {
    if (store.row('SELECT 1 FROM recordings WHERE id = ?', recordingId) === undefined)
      throw new Fault('recording.unknown', { reference: recordingId })
  }
  return {
    rememberedVoices: () => store.read(() => readVoices(store)),
    rememberVoice({ name, recordingId, modelSha256, vector, seconds, sample, addedAtMs }, newId) {
      return store.change((append) => {
        checkRecording(recordingId)
        const named = store
          .rows<{ id: string; name: string }>(
            'SELECT id, name FROM remembered_voices ORDER BY created_at_ms, id',
          )
          .find((voice) => isSameName(voice.name, name))
        const id = named?.id ?? newId
        if (named === undefined)
          store.run('INSERT INTO remembered_voices VALUES (?, ?, ?)', id, name, addedAtMs)
        // REPLACE would delete the row first, and with the last row its voice.
        store.run(
          `INSERT INTO remembered_voice_parts VALUES (?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (voice_id, recording_id) DO UPDATE SET model_sha256 = excluded.model_sha256,
             vector = excluded.vector, seconds = excluded.seconds, sample_start_ms = excluded.sample_start_ms,
             sample_end_ms = excluded.sample_end_ms, added_at_ms = excluded.added_at_ms`,
          id,
          recordingId,
          modelSha256,
          new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength),
          seconds,
          sample.startMs,
          sample.endMs,
          addedAtMs,
        )
        append('voices-changed', { recordingId })
        return id
      })
    },
    forgetVoice(voiceId, recordingId) {
      store.change((append) => {
        const changed =
          recordingId === undefined
            ? store.run('DELETE FROM remembered_voices WHERE id = ?', voiceId)
            : store.run(
                'DELETE FROM remembered_voice_parts WHERE voice_id = ? AND recording_id = ?',
                voiceId,
                recordingId,
              )
        if (changed === 0) throw new Fault('voice.unknown')
        requestErasure(store)
        append('voices-changed', {})
      })
    },
    forgetAllVoices: () =>
      store.change((append) => {
        const count = store.run('DELETE FROM remembered_voices')
        if (count > 0) requestErasure(store)
        append('voices-changed', {})
        return count
      }),
    declinedVoices: (recordingId) =>
      store.rows(
        `SELECT voice_id AS voiceId, start_ms AS startMs, end_ms AS endMs FROM declined_voices
         WHERE recording_id = ? ORDER BY voice_id, start_ms`,
        recordingId,
      ),
    declineVoice(recordingId, { voiceId, startMs, endMs }) {
      store.change((append) => {
        checkRecording(recordingId)
        if (store.row('SELECT 1 FROM remembered_voices WHERE id = ?', voiceId) === undefined)
          throw new Fault('voice.unknown')
        store.run(
          'INSERT OR REPLACE INTO declined_voices VALUES (?, ?, ?, ?)',
          recordingId,
          voiceId,
          startMs,
          endMs,
        )
        append('voices-changed', { recordingId })
      })
    },
  }
}

/** Only inside `change`: forgets voices and rejections learned from a recording whose sound is deleted. */
export function forgetVoicesOf(store: Store, recordingId: string): void {
  const changed = store.run('DELETE FROM remembered_voice_parts WHERE recording_id = ?', recordingId)
  store.run('DELETE FROM declined_voices WHERE recording_id = ?', recordingId)
  if (changed > 0) requestErasure(store)
}

interface Row {
  readonly id: string
  readonly name: string
  readonly createdAtMs: number
  readonly recordingId: string
  readonly title: string
  readonly modelSha256: string
  readonly vector: Uint8Array
  readonly seconds: number
  readonly startMs: number
  readonly endMs: number
  readonly addedAtMs: number
}

function readVoices(store: Store): StoredVoice[] {
  const rows = store.rows<Row>(
    `SELECT voices.id, voices.name, voices.created_at_ms AS createdAtMs, recording_id AS recordingId, title,
       model_sha256 AS modelSha256, vector, seconds, sample_start_ms AS startMs, sample_end_ms AS endMs,
       parts.added_at_ms AS addedAtMs
     FROM remembered_voices AS voices
     JOIN remembered_voice_parts AS parts ON parts.voice_id = voices.id
     JOIN recordings ON recordings.id = parts.recording_id
     ORDER BY parts.added_at_ms, recording_id`,
  )
  return [...Map.groupBy(rows, ({ id }) => id).values()]
    .flatMap((own): StoredVoice[] => {
      const [first] = own
      if (first === undefined) return []
      const { id, name, createdAtMs } = first
      return [{ id, name, createdAtMs, parts: own.map(partOf) }]
    })
    .sort((a, b) => a.name.localeCompare(b.name) || a.createdAtMs - b.createdAtMs)
}

function partOf({
  recordingId,
  title,
  modelSha256,
  vector,
  seconds,
  startMs,
  endMs,
  addedAtMs,
}: Row): StoredVoicePart {
  return {
    recordingId,
    title,
    modelSha256,
    // Copied because a row's bytes need not be aligned for a Float32Array.
    vector: new Float32Array(Uint8Array.from(vector).buffer),
    seconds,
    sample: { startMs, endMs },
    addedAtMs,
  }
}

/** A voice is deleted with its last part. */
export const rememberedVoicesTable: TableDescription = {
  name: 'remembered_voices',
  whenDeleted: 'by-trigger',
  whenJoined: 'as-deleted',
  whenTrimmed: 'follows',
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}

export const rememberedVoicePartsTable: TableDescription = {
  name: 'remembered_voice_parts',
  whenDeleted: 'deleted',
  whenJoined: 'as-deleted',
  whenTrimmed: forgetVoicesOf,
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}

export const declinedVoicesTable: TableDescription = {
  name: 'declined_voices',
  whenDeleted: 'deleted',
  whenJoined: 'as-deleted',
  whenTrimmed: 'deleted',
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
