import type { EditOutcome, TranscriptState, TranscriptUpdate } from '#contracts/calls/transcripts'
import { carryEdits } from '#core/edits/apply-edits'
import type { Edit } from '#core/edits/edit'
import { type LogEntry, takeBack } from '#core/edits/history/take-back'
import type { EditLimits } from '#core/edits/times'
import type { Transcript } from '#core/transcript/transcript'
import { EditLog, type EditRecord } from './edit-log.ts'
import type { TouchedIds } from '../../library-event.ts'
import type { Append, Store } from '../../database/store.ts'
import { unpackTranscript } from '../../stored-transcript.ts'
import { readState, readUpdate } from './transcript-state.ts'
import { readTranscript, touchTranscript } from './transcript-rows.ts'
import { type Changes, writeChanges } from './write-changes.ts'
import { OF_TRANSCRIPT, type TableDescription } from '../../table-description.ts'

export type { EditRecord } from './edit-log.ts'

export interface EditsMade {
  /** The newest edit that the author of these edits had seen. */
  readonly baseNumber: number
  /** The edits are undone together with all others of this step; if omitted, each edit is a separate step. */
  readonly stepId?: string
}

export interface EditCalls {
  /**
   * Applies edits in order to the newest state, in one transaction, and logs them with their inverses; writes
   * only changes. Edits based on an older state are carried over by core's `rebase`; edits whose id was
   * logged after `baseNumber` are skipped. `asSent` covers edits only: a caller that compares bytes must also
   * compare `version`, which rose by exactly one if the engine wrote nothing in between.
   */
  applyEdits(transcriptId: string, edits: readonly Edit[], made: EditsMade): EditOutcome
  /** Like `applyEdits`; returns null and does nothing if `baseNumber` is no longer the newest edit. */
  applyIfNewest(transcriptId: string, edits: readonly Edit[], made: EditsMade): EditOutcome | null
  /**
   * Undoes the last step, of the transcript or of its recording's moments, with an entry whose id is `id`;
   * null if there is none. Idempotent: the same id is applied once.
   */
  undo(transcriptId: string, id: string): EditOutcome | null
  redo(transcriptId: string, id: string): EditOutcome | null
  /** The log, oldest first. */
  edits(transcriptId: string): EditRecord[]
  /** Entries of all steps that are not undone, as first made, oldest first. */
  effectiveEdits(transcriptId: string): EditRecord[]
  /**
   * The whole transcript with everything that a page needs for it, from one state of the library. `since`:
   * number of an edit; returns the ids of those after it.
   */
  transcriptState(transcriptId: string, since?: number): TranscriptState
  /** Like `transcriptState`, with only the words of `paragraphIds`. */
  transcriptUpdate(transcriptId: string, paragraphIds: readonly string[], since?: number): TranscriptUpdate
}

/** The state after the last edit, cached so that the next keystroke need not read the whole transcript again. */
interface Remembered {
  readonly version: number
  readonly transcript: Transcript
}

export function createEditCalls(store: Store): EditCalls {
  const editor = new Editor(store)
  const { log } = editor
  return {
    applyEdits: (transcriptId, edits, made) =>
      editor.change(transcriptId, () => editor.apply(transcriptId, edits, made)),
    applyIfNewest: (transcriptId, edits, made) =>
      editor.change(transcriptId, () =>
        log.newest(transcriptId) === made.baseNumber ? editor.apply(transcriptId, edits, made) : null,
      ),
    undo: (transcriptId, id) =>
      editor.change(transcriptId, (append) => editor.takeBack(transcriptId, id, 'done', append)),
    redo: (transcriptId, id) =>
      editor.change(transcriptId, (append) => editor.takeBack(transcriptId, id, 'undone', append)),
    edits: (transcriptId) => log.entries(transcriptId),
    effectiveEdits: (transcriptId) =>
      store.read(() => {
        const numbers = log
          .stacks(transcriptId)
          .done.flatMap(({ original }) =>
            original.flatMap((each) => (each.of === 'text' ? [each.number] : [])),
          )
        const effective = new Set(numbers)
        return log.entries(transcriptId).filter((entry) => effective.has(entry.number))
      }),
    transcriptState: (transcriptId, since) => store.read(() => readState(store, log, transcriptId, since)),
    transcriptUpdate: (transcriptId, paragraphIds, since) =>
      store.read(() => readUpdate(store, log, transcriptId, paragraphIds, since)),
  }
}

/**
 * Only inside `change`: applies the program's own edits as one step. Uses a separate editor, as the others'
 * cached states are checked by the transcript's version and would be wrong if the surrounding change fails.
 */
export function addStep(store: Store, transcriptId: string, stepId: string, edits: readonly Edit[]): void {
  if (edits.length === 0) return
  const editor = new Editor(store)
  // Counted from the start of the log: an older program that was interrupted here has made some of them.
  editor.change(transcriptId, () => editor.apply(transcriptId, edits, { baseNumber: 0, stepId }))
}

interface Made {
  readonly asSent: boolean
  readonly refused: readonly string[]
  readonly changes: Changes
}

class Editor {
  readonly log: EditLog
  readonly #store: Store
  #remembered: Remembered | undefined
  /** The state to cache if the transaction succeeds. */
  #next: Remembered | undefined

  constructor(store: Store) {
    this.#store = store
    this.log = new EditLog(store)
  }

  /** Runs one transaction; its state is cached only if it is committed. */
  change(transcriptId: string, work: (append: Append) => Made): EditOutcome
  change(transcriptId: string, work: (append: Append) => Made | null): EditOutcome | null
  change(transcriptId: string, work: (append: Append) => Made | null): EditOutcome | null {
    this.#next = undefined
    try {
      const outcome = this.#store.change((append) => {
        const made = work(append)
        if (made === null) return null
        const result = this.#outcome(transcriptId, made)
        if (this.#next !== undefined) append('edit-applied', touchedBy(transcriptId, result))
        return result
      })
      this.#remembered = this.#next ?? this.#remembered
      return outcome
    } catch (error) {
      this.log.forget()
      throw error
    }
  }

  apply(transcriptId: string, edits: readonly Edit[], { baseNumber, stepId }: EditsMade): Made {
    const { log } = this
    const before = this.#transcript(transcriptId)
    const newest = log.newest(transcriptId)
    // An edit that is already in the log was logged after the state on which it was based.
    const known = newest > baseNumber ? log.idsAfter(transcriptId, baseNumber) : new Map<string, number>()
    const fresh = edits.filter((edit) => !known.has(edit.id))
    const { transcript: after, carried } = carryEdits(before, fresh, this.#limits(before))
    const entries: LogEntry[] = []
    const refused: string[] = []
    carried.forEach((each, index) => {
      if (each.outcome === 'refused') refused.push(fresh[index]?.id ?? '')
      if (each.outcome !== 'applied') return
      const { edit, inverse } = each
      entries.push({ edit, inverse, stepId: stepId ?? edit.id, undoes: null })
    })
    const written = entries.length === 0 ? none : this.#write(before, after, baseNumber, entries)
    const left = edits.flatMap((edit) => known.get(edit.id) ?? [])
    return {
      asSent: newest === baseNumber && carried.every((each) => each.outcome === 'applied' && each.asSent),
      refused,
      changes: left.length === 0 ? written : this.#withThoseOf(transcriptId, left, written, after),
    }
  }

  takeBack(transcriptId: string, id: string, stack: 'done' | 'undone', append: Append): Made | null {
    const { log } = this
    const before = this.#transcript(transcriptId)
    const again = log.ofStep(transcriptId, id)
    if (again.length > 0) {
      return { asSent: false, refused: [], changes: this.#withThoseOf(transcriptId, again, none, before) }
    }
    const recordingId = log.recordingOf(transcriptId)
    const nothing: Made = { asSent: false, refused: [], changes: none }
    if (log.moments.hasStep(recordingId, id)) return nothing
    const step = log.stacks(transcriptId)[stack].at(-1)
    if (step === undefined) return null
    const { stepId, entries } = step
    const numbers = entries.map((entry) => entry.number)
    if (entries[0]?.of === 'moments') {
      const checked = log.moments.takeBack(recordingId, { stepId, numbers }, id)
      for (const each of checked) append('transcript-checked', { transcriptId: each })
      append('moments-changed', { recordingId })
      append('cut-changed', { recordingId })
      return nothing
    }
    const whole = { stepId, entries: log.entries(transcriptId, numbers) }
    const { transcript: after, entry } = takeBack(before, whole, id)
    const changes = this.#write(before, after, log.newest(transcriptId), [entry])
    return { asSent: false, refused: [], changes }
  }

  /** Adds the paragraphs that older entries changed, split into present and removed ones. */
  #withThoseOf(transcriptId: string, numbers: readonly number[], changes: Changes, now: Transcript): Changes {
    const there = new Set(now.paragraphs.map((paragraph) => paragraph.id))
    const named = this.log
      .entries(
        transcriptId,
        numbers.toSorted((a, b) => a - b),
      )
      .flatMap(({ inverse }) => [
        ...inverse.heads.map((head) => head.id),
        ...(inverse.words ?? []).map((run) => run.paragraphId),
        ...inverse.paragraphs.flatMap((run) => [...run.remove, ...run.put].map((paragraph) => paragraph.id)),
      ])
    const ids = new Set([...changes.paragraphIds, ...changes.removedIds, ...named])
    return {
      paragraphIds: [...ids].filter((id) => there.has(id)),
      removedIds: [...ids].filter((id) => !there.has(id)),
    }
  }

  #write(before: Transcript, after: Transcript, baseNumber: number, entries: readonly LogEntry[]): Changes {
    const { id } = after
    touchTranscript(this.#store, id)
    const changes = writeChanges(this.#store, before, after)
    this.log.append(id, baseNumber, entries)
    this.#next = { version: this.#version(id), transcript: after }
    return changes
  }

  #outcome(transcriptId: string, { asSent, refused, changes }: Made): EditOutcome {
    return {
      version: this.#version(transcriptId),
      editNumber: this.log.newest(transcriptId),
      asSent,
      paragraphIds: [...changes.paragraphIds],
      removedIds: [...changes.removedIds],
      refused: [...refused],
      ...this.log.labels(transcriptId),
    }
  }

  #transcript(transcriptId: string): Transcript {
    const known = this.#remembered
    const isNewest = known?.transcript.id === transcriptId && known.version === this.#version(transcriptId)
    return isNewest ? known.transcript : unpackTranscript(readTranscript(this.#store, transcriptId))
  }

  #version(transcriptId: string): number {
    return (
      this.#store.row<{ version: number }>('SELECT version FROM transcripts WHERE id = ?', transcriptId)
        ?.version ?? 0
    )
  }

  #limits({ recordingId }: Transcript): EditLimits {
    const tracks = this.#store.row<{ durationMs: number | null }>(
      'SELECT max(duration_ms) AS durationMs FROM tracks WHERE recording_id = ?',
      recordingId,
    )
    return typeof tracks?.durationMs === 'number' ? { durationMs: tracks.durationMs } : {}
  }
}

function touchedBy(transcriptId: string, outcome: EditOutcome): TouchedIds {
  const { editNumber, version, paragraphIds, removedIds } = outcome
  return { transcriptId, number: editNumber, version, paragraphIds, removedIds }
}

const none: Changes = { paragraphIds: [], removedIds: [] }

export const editsTable: TableDescription = {
  name: 'edits',
  ...OF_TRANSCRIPT,
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
