import type { Edit } from '#core/edits/edit'
import type { JsonObject } from '#core/formats/format'
import type { RecordingFacts } from '#core/transcript/document'
import type { Transcript } from '#core/transcript/transcript'
import { addStep } from '../transcripts/edits.ts'
import { arrangeParagraphs } from '../transcripts/paragraphs.ts'
import { rankNew } from '../transcripts/rank-transcript.ts'
import type { NewRecording } from '../recordings/recordings.ts'
import type { Store } from '../../database/store.ts'
import { writeMarks } from '../transcripts/marks.ts'
import { writeSpeakers, writeTurns } from '../transcripts/speakers-and-turns.ts'
import { takeRedactions } from '../transcripts/take-redactions.ts'
import {
  noTranscript,
  writeCaptionRules,
  writeCaptionTiming,
  writeFillers,
  writeNumbers,
} from '../transcripts/transcript-rows.ts'
import { OF_TRANSCRIPT, type TableDescription } from '../../table-description.ts'

/** Content of a file that the transcript's own tables do not store. */
export interface ImportedMembers {
  /** Members unknown to this program (core/formats, DocumentWithExtras). */
  readonly extra: Readonly<Record<string, JsonObject>>
  /**
   * The file's facts about the recording, and what the library stored for each; exported as given until a person
   * changes them.
   */
  readonly facts: { readonly given: RecordingFacts; readonly kept: RecordingFacts }
}

export interface NewImportedTranscript {
  /** Added if the library has no recording with this sha256. */
  readonly recording: NewRecording
  /** Length according to the file, for a recording without a decoded track. */
  readonly track: { readonly index: number; readonly durationMs: number }
  /** A transcript with the same key is the same transcript. */
  readonly settingsKey: string
  /** The library replaces its transcript and recording ids with new ones. */
  readonly transcript: Transcript
  readonly members: ImportedMembers
  /** It replaces no other transcript until a person chooses it. */
  readonly waits?: true
  /** Earlier edits by a person, as an undo step whose id begins with `prefix`. */
  readonly step?: { readonly prefix: string; readonly edits: readonly Edit[] }
}

export interface ImportedTranscriptCalls {
  /**
   * All or nothing, with the redactions of the recording's other transcripts. Returns `isNew` false and
   * changes nothing if the recording already has a transcript with that key.
   */
  importTranscript(imported: NewImportedTranscript): {
    readonly recordingId: string
    readonly transcriptId: string
    readonly isNew: boolean
  }
  /** The newest transcript with that key, of any recording; null if there is none. */
  importedFrom(settingsKey: string): { readonly recordingId: string; readonly transcriptId: string } | null
  /** Null for a transcript that was not imported from a file. */
  importedMembers(transcriptId: string): ImportedMembers | null
}

export function createImportedTranscriptCalls(
  store: Store,
  addRecording: (recording: NewRecording) => { readonly id: string },
): ImportedTranscriptCalls {
  return {
    importTranscript: (imported) =>
      store.change((append) => {
        const { recording, track, settingsKey, transcript, members } = imported
        const known = store.row<{ id: string }>(
          'SELECT id FROM recordings WHERE sha256 = ?',
          recording.sha256,
        )
        const recordingId = known?.id ?? addRecording(recording).id
        const same = store.row<{ id: string }>(
          'SELECT id FROM transcripts WHERE recording_id = ? AND settings_key = ?',
          recordingId,
          settingsKey,
        )
        if (same !== undefined) return { recordingId, transcriptId: same.id, isNew: false }
        if (store.row('SELECT 1 FROM tracks WHERE recording_id = ?', recordingId) === undefined) {
          store.run(
            "INSERT INTO tracks VALUES (?, ?, ?, 0, '', 'unknown', '{}')",
            recordingId,
            track.index,
            track.durationMs,
          )
          append('track-saved', { recordingId, index: track.index })
        }
        const transcriptId = `${recordingId}-t${store.nextNumber('transcripts')}`
        writeTranscript(store, transcriptId, recordingId, settingsKey, transcript)
        if (imported.waits === true) rankNew(store, transcriptId, { waits: true })
        if (imported.step !== undefined)
          addStep(store, transcriptId, imported.step.prefix + transcriptId, imported.step.edits)
        takeRedactions(store, transcriptId)
        store.run('INSERT INTO imported_members VALUES (?, ?)', transcriptId, JSON.stringify(members))
        append('transcript-finished', { transcriptId, recordingId })
        return { recordingId, transcriptId, isNew: true }
      }),
    importedFrom: (settingsKey) =>
      store.row<{ recordingId: string; transcriptId: string }>(
        `SELECT recording_id AS recordingId, id AS transcriptId FROM transcripts
         WHERE settings_key = ? ORDER BY number DESC`,
        settingsKey,
      ) ?? null,
    importedMembers(transcriptId) {
      const row = store.row<{ members: string | null }>(
        `SELECT members FROM transcripts LEFT JOIN imported_members ON transcript_id = id WHERE id = ?`,
        transcriptId,
      )
      if (row === undefined) throw noTranscript(transcriptId)
      return row.members === null ? null : (JSON.parse(row.members) as ImportedMembers)
    },
  }
}

/** Writes a finished transcript without a job, within a transaction of the caller. */
export function writeTranscript(
  store: Store,
  id: string,
  recordingId: string,
  settingsKey: string,
  transcript: Transcript,
): void {
  const { language, run, speakers, turns, paragraphs, marks } = transcript
  store.run(
    `INSERT INTO transcripts (id, recording_id, job_id, settings_key, language, run, state, version)
     VALUES (?, ?, NULL, ?, ?, ?, 'done', 0)`,
    id,
    recordingId,
    settingsKey,
    language,
    JSON.stringify(run),
  )
  writeSpeakers(store, id, speakers, () => null)
  writeTurns(store, id, turns)
  const order = paragraphs.map((paragraph) => paragraph.id)
  arrangeParagraphs(store, id, order, paragraphs)
  writeMarks(store, id, marks)
  writeCaptionTiming(store, id, transcript.captionTiming)
  writeCaptionRules(store, id, transcript.captionRules)
  writeFillers(store, id, transcript.fillers)
  writeNumbers(store, id, transcript.numbers)
  rankNew(store, id, { waits: false })
}

export const importedMembersTable: TableDescription = {
  name: 'imported_members',
  ...OF_TRANSCRIPT,
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
