import { Fault } from '#contracts/errors'
import { DURATION } from './duration-sql.ts'
import { checkLease, type Lease } from '../jobs/leases.ts'
import type { Store } from '../../database/store.ts'
import { unfinishedDeletionOf } from './deletions.ts'
import type { VideoFrames } from '#core/frames/video-frames'
import type { TimeSpan } from '#core/transcript/time-span'
import type { TableDescription } from '../../table-description.ts'

/** A recording is identified by its content: one sha256 is one recording, wherever its file is. */
export interface StoredRecording {
  /** The first 12 hex digits of sha256, more if two recordings share them. */
  readonly id: string
  readonly sha256: string
  /** Last known path of its file. */
  readonly path: string
  readonly fileName: string
  readonly title: string
  readonly bytes: number
  readonly mtimeMs: number
  readonly addedAtMs: number
  /** Length of its first decoded track, else as recorded; null before either is known. */
  readonly durationMs: number | null
}

/** Result of probing the file. */
export interface MediaFacts {
  readonly container: string
  /** True for moving pictures, false for a cover image. */
  readonly hasVideo: boolean
  /** Of the video; null without one. Omitted by older programs, which did not read them. */
  readonly frames?: VideoFrames | null
  readonly tracks: readonly {
    readonly index: number
    readonly codec: string
    readonly channels: number | null
    readonly sampleRate: number | null
    /** The only speaker on the track, as named when files of one conversation were joined. */
    readonly speaker?: string
  }[]
}

export interface NewRecording extends Pick<
  StoredRecording,
  'path' | 'fileName' | 'title' | 'bytes' | 'mtimeMs' | 'sha256'
> {
  readonly media?: MediaFacts
}

export type TrackDetails = Readonly<Record<string, string | number | boolean | null>>

/** One audio track of a recording, as decoded. */
export interface TrackRecord {
  readonly recordingId: string
  /** Index among the file's audio tracks, from 0. */
  readonly index: number
  readonly durationMs: number
  /** In samples of the 16 kHz mono PCM. */
  readonly sampleCount: number
  /** Identifies the track's files in the cache and every chunk made from it. */
  readonly pcmSha256: string
  readonly codec: string
  /** Other probe results, e.g. channels. */
  readonly details: TrackDetails
}

export interface RecordingCalls {
  /** The recording of a file last seen with this exact size and time, so that it need not be hashed again. */
  findRecordingByFile(path: string, bytes: number, mtimeMs: number): StoredRecording | undefined
  findRecordingByContent(sha256: string): StoredRecording | undefined
  /** A recording with a known sha256 gets the new path, size and time, and keeps its id and title. */
  addRecording(recording: NewRecording): StoredRecording
  /**
   * Gives its file to a recording that was added without one, with unknown content; it keeps its id and
   * title. Faults: `recording.unknown`, `import.other-file` if the file is another recording of the library.
   */
  identifyRecording(id: string, recording: NewRecording): StoredRecording
  recordings(): StoredRecording[]
  /**
   * Finds a recording by id, exact path, title, file name or id prefix.
   * Faults: `recording.unknown` {reference}, `recording.ambiguous` {reference, ids}.
   */
  recording(reference: string): StoredRecording
  /** Fault `recording.unknown`. */
  renameRecording(id: string, title: string): void
  /** Saves the probe result of a recording that an older program added without one. */
  saveMedia(id: string, media: MediaFacts): void
  saveTrack(
    track: Omit<TrackRecord, 'details'> & { readonly details?: TrackDetails; readonly lease?: Lease },
  ): void
  track(recordingId: string, index: number): TrackRecord | undefined
  tracksOf(recordingId: string): TrackRecord[]
}

const RECORDING = `SELECT id, sha256, path, file_name AS fileName, title, bytes, mtime_ms AS mtimeMs,
  added_at_ms AS addedAtMs, ${DURATION} AS durationMs FROM recordings`

const TRACK = `SELECT recording_id AS recordingId, track_index AS "index", duration_ms AS durationMs,
  sample_count AS sampleCount, pcm_sha256 AS pcmSha256, codec, details FROM tracks`

const MIN_ID_LENGTH = 12

export function createRecordingCalls(store: Store): RecordingCalls {
  const byId = (id: string) => store.row<StoredRecording>(`${RECORDING} WHERE id = ?`, id)
  return {
    findRecordingByFile: (path, bytes, mtimeMs) =>
      store.row<StoredRecording>(
        `${RECORDING} WHERE path = ? AND bytes = ? AND mtime_ms = ? ORDER BY seen DESC`,
        path,
        bytes,
        mtimeMs,
      ),
    findRecordingByContent: (sha256) => store.row<StoredRecording>(`${RECORDING} WHERE sha256 = ?`, sha256),
    addRecording: (recording) => addRecording(store, recording),
    identifyRecording: (id, recording) =>
      store.change(() => {
        const other = store.row<{ id: string }>(
          'SELECT id FROM recordings WHERE sha256 = ?',
          recording.sha256,
        )
        if (other !== undefined && other.id !== id) {
          throw new Fault('import.other-file', { file: recording.fileName })
        }
        const changed = store.run(
          'UPDATE recordings SET sha256 = ? WHERE id = ? AND bytes = 0',
          recording.sha256,
          id,
        )
        if (changed === 0) throw new Fault('recording.unknown', { reference: id })
        return addRecording(store, recording)
      }),
    recordings: () => store.rows<StoredRecording>(`${RECORDING} ORDER BY number`),
    recording: (reference) => byId(reference) ?? findByName(store, reference),
    renameRecording: (id, title) => update(store, id, 'title', title),
    saveMedia: (id, media) => update(store, id, 'media', JSON.stringify(media)),
    saveTrack({ recordingId, index, durationMs, sampleCount, pcmSha256, codec, details = {}, lease }) {
      store.change((append) => {
        if (lease !== undefined) checkLease(store, lease)
        store.run(
          'INSERT OR REPLACE INTO tracks VALUES (?, ?, ?, ?, ?, ?, ?)',
          recordingId,
          index,
          durationMs,
          sampleCount,
          pcmSha256,
          codec,
          JSON.stringify(details),
        )
        append('track-saved', { recordingId, index })
      })
    },
    track(recordingId, index) {
      const row = store.row<TrackRow>(
        `${TRACK} WHERE recording_id = ? AND track_index = ?`,
        recordingId,
        index,
      )
      return row && trackOf(row)
    },
    tracksOf: (recordingId) =>
      store.rows<TrackRow>(`${TRACK} WHERE recording_id = ? ORDER BY track_index`, recordingId).map(trackOf),
  }
}

type TrackRow = Omit<TrackRecord, 'details'> & { readonly details: string }

function trackOf(row: TrackRow): TrackRecord {
  return { ...row, details: JSON.parse(row.details) as TrackDetails }
}

function update(store: Store, id: string, column: 'title' | 'media', value: string): void {
  store.change((append) => {
    const changed = store.run(`UPDATE recordings SET ${column} = ? WHERE id = ?`, value, id)
    if (changed === 0) throw new Fault('recording.unknown', { reference: id })
    append('recording-updated', { recordingId: id })
  })
}

function addRecording(store: Store, recording: NewRecording): StoredRecording {
  const { path, fileName, title, bytes, mtimeMs, sha256 } = recording
  const media = recording.media === undefined ? null : JSON.stringify(recording.media)
  return store.change((append) => {
    const seen = (store.row<{ seen: number }>('SELECT max(seen) AS seen FROM recordings')?.seen ?? 0) + 1
    let known = store.row<{ id: string }>('SELECT id FROM recordings WHERE sha256 = ?', sha256)
    if (known === undefined) {
      known = { id: freeId(store, sha256) }
      store.run(
        `INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen, media)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        known.id,
        sha256,
        path,
        fileName,
        title,
        bytes,
        mtimeMs,
        Date.now(),
        seen,
        media,
      )
      append('recording-added', { recordingId: known.id })
    } else {
      store.run(
        `UPDATE recordings SET path = ?, file_name = ?, bytes = ?, mtime_ms = ?, seen = ?,
         media = coalesce(?, media) WHERE id = ?`,
        path,
        fileName,
        bytes,
        mtimeMs,
        seen,
        media,
        known.id,
      )
      // A person supplied the sound again.
      store.run('DELETE FROM sound_deletions WHERE recording_id = ? AND deleted_on IS NOT NULL', known.id)
      append('recording-updated', { recordingId: known.id })
    }
    const added = store.row<StoredRecording>(`${RECORDING} WHERE id = ?`, known.id)
    if (added === undefined) throw new Error(`recording ${known.id} was not written`)
    return added
  })
}

function freeId(store: Store, sha256: string): string {
  for (let length = MIN_ID_LENGTH; length < sha256.length; length += 4) {
    const id = sha256.slice(0, length)
    // An unfinished deletion under this id must not apply to the new recording.
    const isTaken =
      store.row('SELECT 1 FROM recordings WHERE id = ?', id) !== undefined ||
      unfinishedDeletionOf(store, id) !== undefined
    if (!isTaken) return id
  }
  return sha256
}

function findByName(store: Store, reference: string): StoredRecording {
  const all = store.rows<StoredRecording>(`${RECORDING} ORDER BY seen DESC`)
  // File systems return accents composed or decomposed; typed references use either.
  const wanted = reference.normalize('NFC')
  const is = (name: string) => name.normalize('NFC') === wanted
  // If several recordings were seen at one path, only the one seen last can still be there.
  const atPath = all.find((recording) => is(recording.path))
  if (atPath !== undefined) return atPath
  const named = all.filter((recording) => is(recording.title) || is(recording.fileName))
  const found =
    named.length > 0 || reference === ''
      ? named
      : all.filter((recording) => recording.id.startsWith(reference))
  const [only, ...others] = found
  if (only === undefined) throw new Fault('recording.unknown', { reference })
  if (others.length > 0) {
    const ids = found.map((recording) => recording.id).toSorted()
    throw new Fault('recording.ambiguous', { reference, ids: ids.join(', ') })
  }
  return only
}

export const recordingsTable: TableDescription = {
  name: 'recordings',
  whenDeleted: 'deleted',
  whenJoined: 'as-deleted',
  whenTrimmed: 'apart',
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: { labels: 'title' },
}

export const tracksTable: TableDescription = {
  name: 'tracks',
  whenDeleted: 'deleted',
  whenJoined: moveTracks,
  whenTrimmed: forgetTracks,
  isWork: false,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}

/** Without a decoded track, the length is that of the text. */
function moveTracks(store: Store, fromId: string, toId: string): void {
  if (store.row('SELECT 1 FROM tracks WHERE recording_id = ?', toId) === undefined)
    store.run('UPDATE tracks SET recording_id = ? WHERE recording_id = ?', toId, fromId)
}

/** They will be decoded again; only their length is known. */
function forgetTracks(store: Store, recordingId: string, part: TimeSpan): void {
  store.run(
    "UPDATE tracks SET duration_ms = ?, sample_count = 0, pcm_sha256 = '' WHERE recording_id = ?",
    part.endMs - part.startMs,
    recordingId,
  )
}
