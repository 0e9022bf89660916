import { HistoryStacks, type StackedEntry } from '#core/edits/history/stacks'
import type { CutStretch } from '#core/transcript/cut-reason'
import { stretchHistoryKind, stretchTurned } from '#core/transcript/undo-stretch'
import type { StoredMoment } from '#core/moments/moment'
import { momentHistoryKind, momentTurned } from '#core/moments/undo-moment'
import type { Store } from '../../database/store.ts'
import { readChecked, writeChecked } from './checked-rows.ts'
import { readCutStretch, writeCutStretch } from './cut-stretch-rows.ts'
import { readMoment, writeMoment } from './moment-rows.ts'
import type { TableDescription } from '../../table-description.ts'

/** A change of a moment or of a cut stretch, without it. */
export interface MomentEntry extends StackedEntry {
  readonly number: number
  /** Number of the newest edit of the given transcript when it was made. */
  readonly afterEdit: number
}

interface ChangeOf<Subject extends string, Row> {
  readonly subject: Subject
  readonly rowId: string
  readonly before: Row | null
  readonly after: Row | null
}

/**
 * A row of the recording before and after; null: there is none. `checked`: when a person marked the transcript `rowId` as
 * checked, ms.
 */
export type RowChange =
  | ChangeOf<'moment', StoredMoment>
  | ChangeOf<'cut-stretch', CutStretch>
  | ChangeOf<'checked', number>

interface LoggedChange {
  readonly stepId: string
  /** The step that it reverses. */
  readonly undoes: string | null
}

interface ChangeRow {
  readonly subject: RowChange['subject']
  readonly rowId: string
  readonly before: string | null
  readonly after: string | null
}

/**
 * The changes of a recording's moments and cut stretches, and of what is checked of its transcripts; append-only, like
 * the log of edits.
 */
export class MomentLog {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** The changes after `number`, in order; with a transcript without those of others. */
  since(recordingId: string, number: number, transcriptId = ''): MomentEntry[] {
    return this.#store.rows<MomentEntry>(
      `SELECT number, step_id AS stepId, undoes,
         coalesce((SELECT value FROM json_each(edits) WHERE key = ?), 0) AS afterEdit
       FROM moment_changes
       WHERE recording_id = ? AND number > ? AND (subject <> 'checked' OR ? IN ('', moment_id)) ORDER BY number`,
      transcriptId,
      recordingId,
      number,
      transcriptId,
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
    const [first, last] = [changes[0], changes.at(-1)]
    if (first === undefined || last === undefined) return ''
    return historyKindOf({ ...first, after: last.after } as RowChange)
  }

  /** Only inside `change`. */
  append(
    recordingId: string,
    { subject, rowId, before, after }: RowChange,
    { stepId, undoes }: LoggedChange,
  ): void {
    this.#store.run(
      `INSERT INTO moment_changes
         (recording_id, number, moment_id, before, after, edits, step_id, undoes, subject)
       SELECT ?, (SELECT coalesce(max(number), 0) + 1 FROM moment_changes WHERE recording_id = ?), ?, ?, ?,
         (SELECT json_group_object(transcript_id, newest) FROM (
            SELECT transcript_id, max(edits.number) AS newest FROM edits
            JOIN transcripts ON transcripts.id = transcript_id WHERE recording_id = ? GROUP BY transcript_id
          )), ?, ?, ?`,
      recordingId,
      recordingId,
      rowId,
      before === null ? null : JSON.stringify(before),
      after === null ? null : JSON.stringify(after),
      recordingId,
      stepId,
      undoes,
      subject,
    )
  }

  /**
   * Only inside `change`: reverses the changes with these numbers, newest first, as the step `id`.
   * @returns the transcripts that were checked or no longer are
   */
  takeBack(
    recordingId: string,
    step: { readonly stepId: string; readonly numbers: readonly number[] },
    id: string,
  ): ReadonlySet<string> {
    const changes = this.#changes(recordingId, step.numbers).toReversed()
    for (const change of changes)
      this.append(recordingId, this.#turned(recordingId, change), { stepId: id, undoes: step.stepId })
    return new Set(changes.flatMap(({ subject, rowId }) => (subject === 'checked' ? rowId : [])))
  }

  #turned(recordingId: string, change: RowChange): RowChange {
    const { rowId } = change
    if (change.subject === 'moment') {
      const now = readMoment(this.#store, recordingId, rowId)
      const after = momentTurned(change.after, change.before, now)
      writeMoment(this.#store, recordingId, rowId, after)
      return { subject: 'moment', rowId, before: now, after }
    }
    if (change.subject === 'checked') {
      const now = readChecked(this.#store, rowId)
      writeChecked(this.#store, rowId, change.before)
      return { subject: 'checked', rowId, before: now, after: change.before }
    }
    const now = readCutStretch(this.#store, recordingId, rowId)
    const after = stretchTurned(change.after, change.before, now)
    writeCutStretch(this.#store, recordingId, rowId, after)
    return { subject: 'cut-stretch', rowId, before: now, after }
  }

  /** The numbers of a step's changes; null if it is undone or does not exist. */
  numbersOf(recordingId: string, stepId: string): number[] | null {
    const { done } = new HistoryStacks(this.since(recordingId, 0))
    const step = done.findLast((each) => each.stepId === stepId)
    return step?.entries.map((entry) => entry.number) ?? null
  }

  #changes(recordingId: string, numbers: readonly number[]): RowChange[] {
    const wanted = new Set(numbers)
    return this.#store
      .rows<ChangeRow & { readonly number: number }>(
        `SELECT number, subject, moment_id AS rowId, before, after FROM moment_changes
         WHERE recording_id = ? AND number BETWEEN ? AND ? ORDER BY number`,
        recordingId,
        numbers[0] ?? 0,
        numbers.at(-1) ?? 0,
      )
      .filter((row) => wanted.has(row.number))
      .map(
        ({ subject, rowId, before, after }) =>
          ({ subject, rowId, before: parsed(before), after: parsed(after) }) as RowChange,
      )
  }
}

const parsed = (row: string | null): unknown => (row === null ? null : JSON.parse(row))

function historyKindOf(change: RowChange): string {
  if (change.subject === 'moment') return momentHistoryKind(change.before, change.after)
  if (change.subject === 'cut-stretch') return stretchHistoryKind(change.before, change.after)
  return change.after === null ? 'checked.unset' : 'checked.set'
}

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
