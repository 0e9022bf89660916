import { paragraphText, type Transcript } from '../transcript/transcript.ts'
import { applyEdit } from './apply.ts'
import type { Edit, EditKind, RestoreEdit } from './edit.ts'
import { followMarks } from './marks-follow.ts'
import { applyRestore, restoreBetween } from './restore.ts'
import type { EditLimits } from './times.ts'
import { touchedBetween, type Touched } from './touched.ts'
import { continuesTyping, typingOf, type Typing } from './typing.ts'

/** One line of a transcript's log, which only ever grows. What the engine writes is not in it. */
export interface LogEntry {
  readonly edit: Edit
  readonly inverse: RestoreEdit
  /** Entries in a row with one step id are undone together. */
  readonly stepId: string
  /** The step that this entry takes back: an undo. The undo of an undo is a redo. */
  readonly undoes: string | null
  /** For joining the next key to this one; null for anything but a text edit. */
  readonly typing: Typing | null
}

/** What undo or redo would take back next, and the kind of edit to name in the menu. */
export interface HistoryStep {
  readonly stepId: string
  readonly kind: EditKind
  readonly entries: readonly LogEntry[]
}

export interface Recorded {
  readonly transcript: Transcript
  /** To be appended to the log. */
  readonly entry: LogEntry
  readonly touched: Touched
}

export interface RecordOptions extends EditLimits {
  /** Time since the last entry: keys that follow one another within a second are one step. */
  readonly sinceLastMs?: number
  /** Given to edits that belong together (replace all), so that one undo takes all of them back. */
  readonly stepId?: string
}

/** Applies a new edit. It ends redo. @throws EditRefused */
export function recordEdit(
  transcript: Transcript,
  log: readonly LogEntry[],
  edit: Edit,
  options: RecordOptions = {},
): Recorded {
  const { transcript: after, inverse, touched } = applyEdit(transcript, edit, options)
  const typing = typingIn(transcript, edit)
  const last = log.at(-1)
  const joins =
    options.sinceLastMs !== undefined &&
    typing !== null &&
    last?.typing !== undefined &&
    last.typing !== null &&
    continuesTyping(last.typing, typing, options.sinceLastMs)
  const stepId = options.stepId ?? (joins ? last.stepId : edit.id)
  return { transcript: after, entry: { edit, inverse, stepId, undoes: null, typing }, touched }
}

function typingIn(transcript: Transcript, edit: Edit): Typing | null {
  if (edit.kind !== 'replace-text') return null
  const paragraph = transcript.paragraphs.find((each) => each.id === edit.paragraphId)
  return paragraph === undefined ? null : typingOf(paragraphText(paragraph), edit)
}

export function undoable(log: readonly LogEntry[]): HistoryStep | null {
  return stacks(log).undo.at(-1) ?? null
}

export function redoable(log: readonly LogEntry[]): HistoryStep | null {
  return stacks(log).redo.at(-1) ?? null
}

/** Takes the last step back that is not yet taken back, by one entry called `id`; null when there is none. */
export function undo(transcript: Transcript, log: readonly LogEntry[], id: string): Recorded | null {
  return takeBack(transcript, undoable(log), id)
}

/** Takes the last undo back, as long as nothing was edited since; null when there is none. */
export function redo(transcript: Transcript, log: readonly LogEntry[], id: string): Recorded | null {
  return takeBack(transcript, redoable(log), id)
}

function takeBack(transcript: Transcript, step: HistoryStep | null, id: string): Recorded | null {
  if (step === null) return null
  let after = transcript
  for (const entry of step.entries.toReversed()) {
    after = followMarks(after, applyRestore(after, entry.inverse))
  }
  const edit = restoreBetween(id, after, transcript)
  const inverse = restoreBetween(`${id}/inverse`, transcript, after)
  const entry: LogEntry = { edit, inverse, stepId: id, undoes: step.stepId, typing: null }
  return { transcript: after, entry, touched: touchedBetween(transcript, after) }
}

function stacks(log: readonly LogEntry[]): { undo: HistoryStep[]; redo: HistoryStep[] } {
  const undone: HistoryStep[] = []
  const done: HistoryStep[] = []
  for (const [first, entries] of stepsOf(log)) {
    const { stepId, undoes } = first
    if (undoes === null) {
      done.push({ stepId, kind: first.edit.kind, entries })
      undone.length = 0
    } else if (done.at(-1)?.stepId === undoes) {
      undone.push({ stepId, kind: done.pop()?.kind ?? 'restore', entries })
    } else if (undone.at(-1)?.stepId === undoes) {
      done.push({ stepId, kind: undone.pop()?.kind ?? 'restore', entries })
    }
  }
  return { undo: done, redo: undone }
}

function stepsOf(log: readonly LogEntry[]): [first: LogEntry, entries: LogEntry[]][] {
  const steps: [LogEntry, LogEntry[]][] = []
  for (const entry of log) {
    const last = steps.at(-1)
    if (last !== undefined && last[0].stepId === entry.stepId) last[1].push(entry)
    else steps.push([entry, [entry]])
  }
  return steps
}
