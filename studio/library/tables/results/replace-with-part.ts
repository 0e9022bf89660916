import { Fault } from '#contracts/errors'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Transcript } from '#core/transcript/transcript'
import { allTables } from '../../all-tables.ts'
import type { Store } from '../../database/store.ts'
import type { TableDescription } from '../../table-description.ts'
import { soundPlaces, storeDeletion, type UnfinishedDeletion } from '../recordings/deletions.ts'
import { writeTranscript } from './imported-transcripts.ts'
import { textPlaces } from '../../own-places.ts'
import type { NewRecording } from '../recordings/recordings.ts'
import { factsOf } from '../transcripts/transcript-facts.ts'

export interface ReplacedRecording {
  /** The file that contains only the part. */
  readonly recording: NewRecording
  /** The finished transcripts, reduced to the part, in the library's order; all others are deleted. */
  readonly transcripts: readonly ReducedTranscript[]
}

export interface ReducedTranscript {
  readonly id: string
  /** Version of the transcript before that. */
  readonly version: number
  readonly transcript: Transcript
}

export interface ReplaceWithPartCalls {
  /**
   * Reduces a recording to a part of itself: its file, its transcripts (under new ids, without their undo
   * history), its moments. Deletes jobs and everything computed from the old sound. Returns what remains to
   * be deleted; null, changing nothing, if a transcript was edited or finished since. Faults:
   * `recording.unknown`, `trim.none` if another part is kept by now.
   */
  replaceWithPart(recordingId: string, part: TimeSpan, replaced: ReplacedRecording): UnfinishedDeletion | null
}

export function createReplaceWithPartCalls(store: Store): ReplaceWithPartCalls {
  return {
    replaceWithPart(recordingId, part, { recording, transcripts }) {
      return store.change((append) => {
        const before = checkTrim(store, recordingId, part)
        if (!areAsReduced(store, recordingId, transcripts)) return null
        const texts = textPlaces(store.database, recordingId)
        const ranks = transcripts.map(({ id }) => rankAfter(store, id))
        for (const table of allTables) trimRows(store, table, recordingId, part)
        const { path, fileName, bytes, mtimeMs, sha256, media } = recording
        store.run(
          'UPDATE recordings SET path = ?, file_name = ?, bytes = ?, mtime_ms = ?, sha256 = ?, media = ? WHERE id = ?',
          path,
          fileName,
          bytes,
          mtimeMs,
          sha256,
          media === undefined ? null : JSON.stringify(media),
          recordingId,
        )
        const kept = transcripts.map(({ id, transcript }) => writeReduced(store, recordingId, id, transcript))
        for (const [index, id] of kept.entries())
          store.run('UPDATE transcripts SET rank = ? WHERE id = ?', ranks[index] ?? 0, id)
        const marks = kept.map(() => '?').join(', ')
        store.run(
          `DELETE FROM transcripts WHERE recording_id = ? AND id NOT IN (${marks})`,
          recordingId,
          ...kept,
        )
        for (const transcriptId of kept) append('transcript-finished', { transcriptId, recordingId })
        append('moments-changed', { recordingId })
        append('recording-updated', { recordingId })
        const places = [...soundPlaces(store, recordingId, before), ...texts]
        return storeDeletion(store, { recordingId, places, names: [], isInBackups: false })
      })
    },
  }
}

/** Returns the path of the former sound. */
function checkTrim(store: Store, recordingId: string, part: TimeSpan): string {
  const row = store.row<{ title: string; path: string; startMs: number | null; endMs: number | null }>(
    `SELECT title, path, start_ms AS startMs, end_ms AS endMs FROM recordings
     LEFT JOIN trims ON trims.recording_id = recordings.id WHERE recordings.id = ?`,
    recordingId,
  )
  if (row === undefined) throw new Fault('recording.unknown', { reference: recordingId })
  if (row.startMs !== part.startMs || row.endMs !== part.endMs)
    throw new Fault('trim.none', { title: row.title })
  return row.path
}

/** Whether the finished transcripts are those that were reduced. */
function areAsReduced(store: Store, recordingId: string, reduced: readonly ReducedTranscript[]): boolean {
  const finished = store.rows<{ id: string; version: number }>(
    "SELECT id, version FROM transcripts WHERE recording_id = ? AND state = 'done'",
    recordingId,
  )
  const versions = new Map(reduced.map(({ id, version }) => [id, version]))
  return (
    finished.length === reduced.length && finished.every(({ id, version }) => versions.get(id) === version)
  )
}

function trimRows(
  store: Store,
  { name, whenTrimmed }: TableDescription,
  recordingId: string,
  part: TimeSpan,
): void {
  if (typeof whenTrimmed === 'function') whenTrimmed(store, recordingId, part)
  else if (whenTrimmed === 'deleted') store.run(`DELETE FROM ${name} WHERE recording_id = ?`, recordingId)
}

/**
 * Keeps the current transcript current, although it has no edits any more; one that waits for a person's
 * choice keeps waiting.
 */
function rankAfter(store: Store, transcriptId: string): number {
  const facts = factsOf(store, transcriptId)
  if (facts?.waits === true) return -1
  return facts?.current === true ? 1 : 0
}

/** Uses a new id, so that a page with the former transcript open loads this one instead. */
function writeReduced(store: Store, recordingId: string, from: string, transcript: Transcript): string {
  const id = `${recordingId}-t${store.nextNumber('transcripts')}`
  writeTranscript(store, id, recordingId, `cut:${from}`, transcript)
  store.run(
    'INSERT INTO imported_members SELECT ?, members FROM imported_members WHERE transcript_id = ?',
    id,
    from,
  )
  return id
}
