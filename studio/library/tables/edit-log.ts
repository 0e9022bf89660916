import type { HistoryLabel } from '#contracts/calls/transcripts'
import type { LoggedEdit } from '#core/edits/edit'
import type { LogEntry } from '#core/edits/history/take-back'
import { markHistoryKind } from '#core/edits/history/history-kind'
import { HistoryStacks, type StackedEntry, type StackedStep } from '#core/edits/history/stacks'
import type { Store } from '../database/store.ts'
import { ID_SQL, KIND_SQL, packEdit, unpackEdit } from './packed-edit.ts'

/** An entry of core's log, with its number in the library. */
export interface EditRecord extends Omit<LogEntry, 'edit'> {
  readonly edit: LoggedEdit
  /** Counts from 1 in each transcript. */
  readonly number: number
  /** Number of the newest edit when this one was made. */
  readonly baseNumber: number
}

/** An entry without its edit. */
export interface LightEntry extends StackedEntry {
  readonly number: number
}

interface EditRow {
  readonly number: number
  readonly baseNumber: number
  readonly edit: string
  readonly inverse: string
  readonly stepId: string
  readonly undoes: string | null
}

/** Cached stacks of the most recently used transcript, up to entry `newest`. */
interface Known {
  readonly transcriptId: string
  readonly stacks: HistoryStacks<LightEntry>
  newest: number
}

/** The log of edits in one connection. Undo and redo stacks are read without the edits themselves. */
export class EditLog {
  readonly #store: Store
  #known: Known | null = null

  constructor(store: Store) {
    this.#store = store
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

  stacks(transcriptId: string): HistoryStacks<LightEntry> {
    if (this.#known?.transcriptId !== transcriptId) {
      const entries = this.#store.rows<LightEntry>(
        `SELECT number, step_id AS stepId, undoes FROM edits INDEXED BY edits_by_step
         WHERE transcript_id = ?`,
        transcriptId,
      )
      entries.sort((a, b) => a.number - b.number)
      this.#known = {
        transcriptId,
        stacks: new HistoryStacks(entries),
        newest: entries.at(-1)?.number ?? 0,
      }
    }
    const known = this.#known
    const since = this.#store.rows<LightEntry>(
      `SELECT number, step_id AS stepId, undoes FROM edits WHERE transcript_id = ? AND number > ? ORDER BY number`,
      transcriptId,
      known.newest,
    )
    for (const entry of since) {
      known.stacks.push(entry)
      known.newest = entry.number
    }
    return known.stacks
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
    const row = this.#store.row<{ kind: string; markKind: string | null }>(
      `SELECT ${KIND_SQL} AS kind, coalesce(edit ->> '$.mark.kind', edit ->> '$.markKind') AS markKind
       FROM edits WHERE transcript_id = ? AND number = ?`,
      transcriptId,
      step?.original[0]?.number ?? 0,
    )
    if (step === undefined || row === undefined) return null
    return { stepId: step.stepId, kind: markHistoryKind(row.kind, row.markKind) }
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

function recordOf(row: EditRow): EditRecord {
  return { ...row, ...unpackEdit(row) }
}
