import { HistoryStacks, type StackedEntry } from '#core/edits/history/stacks'
import type { StoredMoment } from '#core/moments/moment'
import { momentHistoryKind, momentTurned } from '#core/moments/undo-moment'
import type { Store } from '../../database/store.ts'
import { readMoment, writeMoment } from './moment-rows.ts'
import type { TableDescription } from '../../table-description.ts'

/** A change of a moment, without the moment itself. */
export interface MomentEntry extends StackedEntry {
  readonly number: number
  /** Number of the newest edit of the given transcript when it was made. */
  readonly afterEdit: number
}

export interface MomentChange {
  readonly momentId: string
  readonly before: StoredMoment | null
  readonly after: StoredMoment | null
  readonly stepId: string
  /** The step that it reverses. */
  readonly undoes: string | null
}

interface ChangeRow {
  readonly momentId: string
  readonly before: string | null
  readonly after: string | null
}

/** The changes of a recording's moments; append-only, like the log of edits. */
export class MomentLog {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** The changes after `number`, in order. */
  since(recordingId: string, number: number, transcriptId = ''): MomentEntry[] {
    return this.#store.rows<MomentEntry>(
      `SELECT number, step_id AS stepId, undoes,
         coalesce((SELECT value FROM json_each(edits) WHERE key = ?), 0) AS afterEdit
       FROM moment_changes WHERE recording_id = ? AND number > ? ORDER BY number`,
      transcriptId,
      recordingId,
      number,
    )
  }

  hasStep(recordingId: string, stepId: string): boolean {
    const row = this.#store.row(
      'SELECT 1 FROM moment_changes WHERE recording_id = ? AND step_id = ?',
      recordingId,
      stepId,
    )
    return row !== undefined
  }

  /** What a step did, from the numbers of its changes. */
  kindOf(recordingId: string, numbers: readonly number[]): string {
    const changes = this.#changes(recordingId, numbers)
    return momentHistoryKind(changes[0]?.before ?? null, changes.at(-1)?.after ?? null)
  }

  /** Only inside `change`. */
  append(recordingId: string, { momentId, before, after, stepId, undoes }: MomentChange): void {
    this.#store.run(
      `INSERT INTO moment_changes (recording_id, number, moment_id, before, after, edits, step_id, undoes)
       SELECT ?, (SELECT coalesce(max(number), 0) + 1 FROM moment_changes WHERE recording_id = ?), ?, ?, ?,
         (SELECT json_group_object(transcript_id, newest) FROM (
            SELECT transcript_id, max(edits.number) AS newest FROM edits
            JOIN transcripts ON transcripts.id = transcript_id WHERE recording_id = ? GROUP BY transcript_id
          )), ?, ?`,
      recordingId,
      recordingId,
      momentId,
      before === null ? null : JSON.stringify(before),
      after === null ? null : JSON.stringify(after),
      recordingId,
      stepId,
      undoes,
    )
  }

  /** Only inside `change`: reverses the changes with these numbers, newest first, as the step `id`. */
  takeBack(
    recordingId: string,
    step: { readonly stepId: string; readonly numbers: readonly number[] },
    id: string,
  ): void {
    for (const { momentId, before, after } of this.#changes(recordingId, step.numbers).toReversed()) {
      const now = readMoment(this.#store, recordingId, momentId)
      const turned = momentTurned(after, before, now)
      writeMoment(this.#store, recordingId, momentId, turned)
      this.append(recordingId, { momentId, before: now, after: turned, stepId: id, undoes: step.stepId })
    }
  }

  /** The numbers of a step's changes; null if it is undone or does not exist. */
  numbersOf(recordingId: string, stepId: string): number[] | null {
    const { done } = new HistoryStacks(this.since(recordingId, 0))
    const step = done.findLast((each) => each.stepId === stepId)
    return step?.entries.map((entry) => entry.number) ?? null
  }

  #changes(recordingId: string, numbers: readonly number[]) {
    const wanted = new Set(numbers)
    return this.#store
      .rows<ChangeRow & { readonly number: number }>(
        `SELECT number, moment_id AS momentId, before, after FROM moment_changes
         WHERE recording_id = ? AND number BETWEEN ? AND ? ORDER BY number`,
        recordingId,
        numbers[0] ?? 0,
        numbers.at(-1) ?? 0,
      )
      .filter((row) => wanted.has(row.number))
      .map(({ momentId, before, after }) => ({ momentId, before: parsed(before), after: parsed(after) }))
  }
}

const parsed = (moment: string | null): StoredMoment | null =>
  moment === null ? null : (JSON.parse(moment) as StoredMoment)

/** After trimming they would refer to times that no longer exist; the transcripts lose their undo history too. */
export const momentChangesTable: TableDescription = {
  name: 'moment_changes',
  whenDeleted: 'deleted',
  whenJoined: moveMomentChanges,
  whenTrimmed: 'deleted',
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}

/** Appends them after those of the other recording. */
function moveMomentChanges(store: Store, fromId: string, toId: string): void {
  store.run(
    `UPDATE moment_changes SET recording_id = ?, number = number +
       (SELECT coalesce(max(number), 0) FROM moment_changes WHERE recording_id = ?)
     WHERE recording_id = ?`,
    toId,
    toId,
    fromId,
  )
}
