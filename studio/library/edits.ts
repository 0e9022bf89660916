import { Fault } from '#contracts/errors'
import type { Edit } from '#core/edits/edit'
import { recordEdit, type LogEntry, type Recorded } from '#core/edits/history'
import { EditRefused } from '#core/edits/refused'
import type { Paragraph, Transcript } from '#core/transcript/transcript'
import { arrangeParagraphs } from './paragraphs.ts'
import type { Store } from './store.ts'
import { unpackTranscript } from './stored-transcript.ts'
import { readTranscript, touchTranscript, writeMarks, writeSpeakers, writeTurns } from './transcripts.ts'

/** An entry of core's log, with its place in the library. */
export interface EditRecord extends LogEntry {
  /** Counts from 1 in each transcript. */
  readonly number: number
  /** The number of the state on which it was made. */
  readonly baseNumber: number
}

export interface AppliedEdit extends EditRecord {
  /** Paragraphs that are new or changed. */
  readonly paragraphIds: readonly string[]
  readonly removedIds: readonly string[]
}

export interface EditCalls {
  /**
   * Applies the edit on the newest state and writes it down with its inverse; only what it changed is
   * written. `baseNumber`: the newest edit that its maker had seen. An edit that cannot be made is a fault
   * with `reason` and `subject` of core's EditRefused, and changes nothing.
   */
  applyEdit(transcriptId: string, edit: Edit, baseNumber: number): AppliedEdit
  /** The log, oldest first. */
  edits(transcriptId: string): EditRecord[]
}

/** The state that the last edit left: the next keystroke need not read the whole transcript again. */
interface Remembered {
  readonly version: number
  readonly transcript: Transcript
}

interface EditRow {
  readonly number: number
  readonly baseNumber: number
  readonly edit: string
  readonly inverse: string
  readonly stepId: string
  readonly undoes: string | null
  readonly typing: string | null
}

export function editCalls(store: Store): EditCalls {
  let remembered: Remembered | undefined
  return {
    applyEdit(transcriptId, edit, baseNumber) {
      const { applied, state } = store.change((append) => {
        touchTranscript(store, transcriptId)
        const version = versionOfTranscript(store, transcriptId)
        const before =
          remembered?.transcript.id === transcriptId && remembered.version === version - 1
            ? remembered.transcript
            : unpackTranscript(readTranscript(store, transcriptId))
        const { transcript: after, entry } = record(store, before, edit)
        const changes = writeChanges(store, before, after)
        const number = nextEditNumber(store, transcriptId)
        writeEntry(store, transcriptId, number, baseNumber, entry)
        append('edit-applied', { transcriptId, number, ...changes })
        return {
          applied: { ...entry, number, baseNumber, ...changes },
          state: { version, transcript: after },
        }
      })
      // Only once it is kept: a transaction that failed left the older state.
      remembered = state
      return applied
    },
    edits: (transcriptId) =>
      store
        .rows<EditRow>(
          `SELECT number, base_number AS baseNumber, edit, inverse, step_id AS stepId, undoes, typing FROM edits
           WHERE transcript_id = ? ORDER BY number`,
          transcriptId,
        )
        .map((row) => ({
          ...row,
          edit: JSON.parse(row.edit) as Edit,
          inverse: JSON.parse(row.inverse) as LogEntry['inverse'],
          typing: row.typing === null ? null : (JSON.parse(row.typing) as LogEntry['typing']),
        })),
  }
}

/** Core applies the edit; a step of its own, as no time between two keys is known here. */
function record(store: Store, before: Transcript, edit: Edit): Recorded {
  const tracks = store.row<{ durationMs: number | null }>(
    'SELECT max(duration_ms) AS durationMs FROM tracks WHERE recording_id = ?',
    before.recordingId,
  )
  const limits = typeof tracks?.durationMs === 'number' ? { durationMs: tracks.durationMs } : {}
  try {
    return recordEdit(before, [], edit, limits)
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error
    throw new Fault('internal', { reason: error.reason, subject: error.subject }, error.message, error)
  }
}

function writeEntry(
  store: Store,
  transcriptId: string,
  number: number,
  baseNumber: number,
  entry: LogEntry,
): void {
  const { edit, inverse, stepId, undoes, typing } = entry
  store.run(
    `INSERT INTO edits (transcript_id, number, base_number, edit, inverse, step_id, undoes, typing)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    transcriptId,
    number,
    baseNumber,
    JSON.stringify(edit),
    JSON.stringify(inverse),
    stepId,
    undoes,
    typing === null ? null : JSON.stringify(typing),
  )
}

function versionOfTranscript(store: Store, transcriptId: string): number {
  return (
    store.row<{ version: number }>('SELECT version FROM transcripts WHERE id = ?', transcriptId)?.version ?? 0
  )
}

function nextEditNumber(store: Store, transcriptId: string): number {
  const row = store.row<{ last: number | null }>(
    'SELECT max(number) AS last FROM edits WHERE transcript_id = ?',
    transcriptId,
  )
  return (row?.last ?? 0) + 1
}

/** Only inside `change`: writes where the two differ. Core hands on what an edit leaves alone as it was. */
function writeChanges(
  store: Store,
  before: Transcript,
  after: Transcript,
): { paragraphIds: string[]; removedIds: string[] } {
  const { id } = after
  if (differ(before.speakers, after.speakers)) {
    const prints = store.rows<{ id: string; print: Uint8Array | null }>(
      'SELECT id, voice_print AS print FROM speakers WHERE transcript_id = ?',
      id,
    )
    const printOf = new Map(prints.map((row) => [row.id, row.print]))
    writeSpeakers(store, id, after.speakers, (speaker) => printOf.get(speaker.id) ?? null)
  }
  if (differ(before.turns, after.turns)) writeTurns(store, id, after.turns)
  if (differ(before.marks, after.marks)) writeMarks(store, id, after.marks)
  const known = new Map(before.paragraphs.map((paragraph) => [paragraph.id, paragraph]))
  const changed = after.paragraphs.filter((paragraph) =>
    differ<Paragraph>(known.get(paragraph.id), paragraph),
  )
  const order = after.paragraphs.map((paragraph) => paragraph.id)
  const removedIds =
    before.paragraphs !== after.paragraphs ? arrangeParagraphs(store, id, order, changed) : []
  return { paragraphIds: changed.map((paragraph) => paragraph.id), removedIds }
}

function differ<Value>(before: Value | undefined, after: Value): boolean {
  return before !== after && JSON.stringify(before) !== JSON.stringify(after)
}
