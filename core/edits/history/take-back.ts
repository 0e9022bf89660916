import type { Transcript } from '../../transcript/transcript.ts'
import { applyEdits } from '../apply-edits.ts'
import type { Edit, RestoreEdit } from '../edit.ts'
import { restoreBetween } from './restore.ts'
import { touchedBetween, type Touched } from '../touched.ts'

/** One entry of a transcript's append-only log. Text from the engine is not logged. */
export interface LogEntry {
  readonly edit: Edit
  readonly inverse: RestoreEdit
  /** Consecutive entries with one step id are undone together. */
  readonly stepId: string
  /** The step that this entry reverses, which makes it an undo. The undo of an undo is a redo. */
  readonly undoes: string | null
}

export interface Recorded {
  readonly transcript: Transcript
  /** To be appended to the log. */
  readonly entry: LogEntry
  readonly touched: Touched
}

/** Reverses a step by one entry with id `id`. Never refused: whatever no longer exists is skipped. */
export function takeBack(
  transcript: Transcript,
  step: { readonly stepId: string; readonly entries: readonly Pick<LogEntry, 'inverse'>[] },
  id: string,
): Recorded {
  const inverses = step.entries.map((entry) => entry.inverse).toReversed()
  const { transcript: after } = applyEdits(transcript, inverses)
  const edit = restoreBetween(id, after, transcript)
  const inverse = restoreBetween(`${id}/inverse`, transcript, after)
  const entry: LogEntry = { edit, inverse, stepId: id, undoes: step.stepId }
  return { transcript: after, entry, touched: touchedBetween(transcript, after) }
}
