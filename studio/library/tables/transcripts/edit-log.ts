import type { HistoryLabel } from '#contracts/calls/transcripts'
import type { LoggedEdit } from '#core/edits/edit'
import type { LogEntry } from '#core/edits/history/take-back'
import { markHistoryKind } from '#core/edits/history/history-kind'
import { HistoryStacks, type StackedEntry, type StackedStep } from '#core/edits/history/stacks'
import type { Store } from '../../database/store.ts'
import { type MomentEntry, MomentLog } from '../recorded/moment-log.ts'
import { ID_SQL, KIND_SQL, packEdit, unpackEdit } from './packed-edit.ts'

/** An entry of core's log, with its number in the library. */
export interface EditRecord extends Omit<LogEntry, 'edit'> {
  readonly edit: LoggedEdit
  /** Counts from 1 in each transcript. */
  readonly number: number
  /** Number of the newest edit when this one was made. */
  readonly baseNumber: number
}

/** An entry without its changes: an edit of the transcript, or a change of its recording's moments. */
export interface LightEntry extends StackedEntry {
  readonly number: number
  readonly of: 'text' | 'moments'
}

type StackedNumber = StackedEntry & { readonly number: number }

interface EditRow {
  readonly number: number
  readonly baseNumber: number
  readonly edit: string
  readonly inverse: string
  readonly stepId: string
  readonly undoes: string | null
}

/** Cached stacks of the most recently used transcript, up to the entries `newest` and `newestMoment`. */
interface Known {
  readonly transcriptId: string
  readonly recordingId: string
  readonly stacks: HistoryStacks<LightEntry>
  newest: number
  newestMoment: number
}

/** The log of edits in one connection. Undo and redo stacks are read without the edits themselves. */
export class EditLog {
  readonly moments: MomentLog
  readonly #store: Store
  #known: Known | null = null

  constructor(store: Store) {
    this.#store = store
    this.moments = new MomentLog(store)
  }

  /** Call after a failed transaction: what was read in it may have been rolled back. */
  forget(): void {
    this.#known = null
  }

  /** Number of the newest entry, 0 before the first. */
  newest(transcriptId: string): number {
    const row = this.#store.row<{ newest: number | null }>(
      'SELECT max(number) AS newest FROM edits WHERE transcript_id = ?',
      transcriptId,
    )
    return row?.newest ?? 0
  }

  /** The steps of a transcript and of its recording's moments, in one order. */
  stacks(transcriptId: string): HistoryStacks<LightEntry> {
    const recordingId = this.recordingOf(transcriptId)
    if (this.#known?.transcriptId !== transcriptId || this.#known.recordingId !== recordingId) {
      const entries = this.#store.rows<StackedNumber>(
        `SELECT number, step_id AS stepId, undoes FROM edits INDEXED BY edits_by_step
         WHERE transcript_id = ?`,
        transcriptId,
      )
      entries.sort((a, b) => a.number - b.number)
      const moments = this.moments.since(recordingId, 0, transcriptId)
      this.#known = {
        transcriptId,
        recordingId,
        stacks: new HistoryStacks(inOneOrder(entries, moments)),
        newest: entries.at(-1)?.number ?? 0,
        newestMoment: moments.at(-1)?.number ?? 0,
      }
      return this.#known.stacks
    }
    const known = this.#known
    const since = this.#store.rows<StackedNumber>(
      `SELECT number, step_id AS stepId, undoes FROM edits WHERE transcript_id = ? AND number > ? ORDER BY number`,
      transcriptId,
      known.newest,
    )
    const moments = this.moments.since(recordingId, known.newestMoment, transcriptId)
    for (const entry of inOneOrder(since, moments)) known.stacks.push(entry)
    known.newest = since.at(-1)?.number ?? known.newest
    known.newestMoment = moments.at(-1)?.number ?? known.newestMoment
    return known.stacks
  }

  recordingOf(transcriptId: string): string {
    const row = this.#store.row<{ id: string }>(
      'SELECT recording_id AS id FROM transcripts WHERE id = ?',
      transcriptId,
    )
    return row?.id ?? ''
  }

  /** Labels of the steps that undo and redo would revert. */
  labels(transcriptId: string): { readonly undo: HistoryLabel; readonly redo: HistoryLabel } {
    const { done, undone } = this.stacks(transcriptId)
    return {
      undo: this.#label(transcriptId, done.at(-1)),
      redo: this.#label(transcriptId, undone.at(-1)),
    }
  }

  #label(transcriptId: string, step: StackedStep<LightEntry> | undefined): HistoryLabel {
    const first = step?.original[0]
    if (step === undefined || first === undefined) return null
    if (first.of === 'moments') {
      const numbers = step.original.map((entry) => entry.number)
      return { stepId: step.stepId, kind: this.moments.kindOf(this.recordingOf(transcriptId), numbers) }
    }
    const row = this.#store.row<{ kind: string; markKind: string | null }>(
      `SELECT ${KIND_SQL} AS kind, coalesce(edit ->> '$.mark.kind', edit ->> '$.markKind') AS markKind
       FROM edits WHERE transcript_id = ? AND number = ?`,
      transcriptId,
      first.number,
    )
    return row === undefined ? null : { stepId: step.stepId, kind: markHistoryKind(row.kind, row.markKind) }
  }

  /** Full entries, oldest first; only those of `numbers` if given. */
  entries(transcriptId: string, numbers?: readonly number[]): EditRecord[] {
    const wanted = numbers === undefined ? null : new Set(numbers)
    return this.#store
      .rows<EditRow>(
        `SELECT number, base_number AS baseNumber, edit, inverse, step_id AS stepId, undoes FROM edits
         WHERE transcript_id = ? AND number BETWEEN ? AND ? ORDER BY number`,
        transcriptId,
        numbers?.[0] ?? 1,
        numbers === undefined ? Number.MAX_SAFE_INTEGER : (numbers.at(-1) ?? 0),
      )
      .filter((row) => wanted === null || wanted.has(row.number))
      .map(recordOf)
  }

  /** Numbers of the entries after `number`, by the ids of their edits. */
  idsAfter(transcriptId: string, number: number): Map<string, number> {
    const rows = this.#store.rows<{ id: string; number: number }>(
      `SELECT ${ID_SQL} AS id, number FROM edits WHERE transcript_id = ? AND number > ?`,
      transcriptId,
      number,
    )
    return new Map(rows.map((row) => [row.id, row.number]))
  }

  /** Numbers of the entries of a step, in order. */
  ofStep(transcriptId: string, stepId: string): number[] {
    return this.#store
      .rows<{ number: number }>(
        'SELECT number FROM edits WHERE transcript_id = ? AND step_id = ? ORDER BY number',
        transcriptId,
        stepId,
      )
      .map((row) => row.number)
  }

  /** Only inside `change`. */
  append(transcriptId: string, baseNumber: number, entries: readonly LogEntry[]): void {
    let number = this.newest(transcriptId)
    for (const { edit, inverse, stepId, undoes } of entries) {
      number += 1
      const packed = packEdit(edit, inverse)
      this.#store.run(
        `INSERT INTO edits (transcript_id, number, base_number, edit, inverse, step_id, undoes)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        transcriptId,
        number,
        baseNumber,
        packed.edit,
        packed.inverse,
        stepId,
        undoes,
      )
    }
  }
}

/** Places each change of a moment after the edits that existed when it was made. */
function inOneOrder(edits: readonly StackedNumber[], moments: readonly MomentEntry[]): LightEntry[] {
  const entries: LightEntry[] = []
  let next = 0
  for (const { number, stepId, undoes, afterEdit } of moments) {
    for (let edit = edits[next]; edit !== undefined && edit.number <= afterEdit; edit = edits[next]) {
      entries.push({ ...edit, of: 'text' })
      next += 1
    }
    entries.push({ number, stepId, undoes, of: 'moments' })
  }
  return [...entries, ...edits.slice(next).map((edit) => ({ ...edit, of: 'text' as const }))]
}

function recordOf(row: EditRow): EditRecord {
  return { ...row, ...unpackEdit(row) }
}
