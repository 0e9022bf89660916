import { paragraphText, type Transcript } from '../../transcript/transcript.ts'
import { applyEdit } from '../apply.ts'
import type { Edit, EditKind } from '../edit.ts'
import { HistoryStacks, type StackedStep } from '../history/stacks.ts'
import { type LogEntry, type Recorded, takeBack } from '../history/take-back.ts'
import type { EditLimits } from '../times.ts'
import { continuesTyping, typingOf, type Typing } from '../typing.ts'

/** What undo or redo would reverse next, and the kind of edit to name in the menu. */
export interface HistoryStep {
  readonly stepId: string
  readonly kind: EditKind
  readonly entries: readonly LogEntry[]
}

export interface RecordOptions extends EditLimits {
  /** Time since the last entry: keystrokes within a second of one another are one step. */
  readonly sinceLastMs?: number
  /** Shared by edits that belong together (replace all), so that one undo reverses all of them. */
  readonly stepId?: string
}

/** An entry with what is needed to join the next keystroke to it. */
type TypedEntry = LogEntry & { readonly typing?: Typing | null }

/** Applies a new edit and clears redo. @throws EditRefused */
export function recordEdit(
  transcript: Transcript,
  log: readonly LogEntry[],
  edit: Edit,
  options: RecordOptions = {},
): Recorded {
  const { transcript: after, inverse, touched } = applyEdit(transcript, edit, options)
  const typing = typingIn(transcript, edit)
  const last: TypedEntry | undefined = log.at(-1)
  const joins =
    options.sinceLastMs !== undefined &&
    typing !== null &&
    last?.typing !== undefined &&
    last.typing !== null &&
    continuesTyping(last.typing, typing, options.sinceLastMs)
  const stepId = options.stepId ?? (joins ? last.stepId : edit.id)
  const entry: TypedEntry = { edit, inverse, stepId, undoes: null, typing }
  return { transcript: after, entry, touched }
}

function typingIn(transcript: Transcript, edit: Edit): Typing | null {
  if (edit.kind !== 'replace-text') return null
  const paragraph = transcript.paragraphs.find((each) => each.id === edit.paragraphId)
  return paragraph === undefined ? null : typingOf(paragraphText(paragraph), edit)
}

export function undoable(log: readonly LogEntry[]): HistoryStep | null {
  return stepOf(new HistoryStacks(log).done.at(-1))
}

export function redoable(log: readonly LogEntry[]): HistoryStep | null {
  return stepOf(new HistoryStacks(log).undone.at(-1))
}

function stepOf(step: StackedStep<LogEntry> | undefined): HistoryStep | null {
  const first = step?.original[0]
  if (step === undefined || first === undefined) return null
  return { stepId: step.stepId, kind: first.edit.kind, entries: step.entries }
}

/** Reverses the last step that is not undone yet, by one entry with id `id`; null when there is none. */
export function undo(transcript: Transcript, log: readonly LogEntry[], id: string): Recorded | null {
  const step = undoable(log)
  return step === null ? null : takeBack(transcript, step, id)
}

/** Reverses the last undo, unless something was edited since; null when there is none. */
export function redo(transcript: Transcript, log: readonly LogEntry[], id: string): Recorded | null {
  const step = redoable(log)
  return step === null ? null : takeBack(transcript, step, id)
}
