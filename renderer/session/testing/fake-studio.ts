import type { CallInput, CallName, CallOutput } from '#contracts/calls/calls'
import type { EditOutcome, TranscriptState, TranscriptUpdate } from '#contracts/calls/transcripts'
import type { StudioEvent } from '#contracts/events'
import type { Edit } from '#core/edits/edit'
import { type LogEntry, type Recorded } from '#core/edits/history/take-back'
import { recordEdit, redo, redoable, undo, undoable } from '#core/edits/testing/edit-log'
import { rebase } from '#core/edits/carry/rebase'
import { EditRefused } from '#core/edits/refused'
import type { Transcript } from '#core/transcript/transcript'
import { packWords } from '#core/words/columns'
import { CallFailed } from '../../rpc/call-failed.ts'
import type { StudioClient } from '../../rpc/studio-client.ts'

/** How a call is delayed or lost. */
export interface Fate {
  readonly thereMs: number
  readonly backMs: number
  /** Lost before it was done, or its answer was lost. */
  readonly lost: 'there' | 'back' | null
}

export interface FakeStudio {
  readonly transcript: Transcript
  readonly log: readonly LogEntry[]
  /** Simulates an event that another page or this one caused. */
  emit(kind: StudioEvent['kind'], touched: StudioEvent['touched']): void
  /** Simulates a write by the engine: an event without an edit. */
  write(change: (transcript: Transcript) => Transcript, paragraphIds: readonly string[]): void
  /** Connects a page; `fateOf` is called for each call, and events are delayed by `eventMs`. */
  connect(fateOf?: () => Fate, eventMs?: number): StudioClient
}

const calm: Fate = { thereMs: 1, backMs: 1, lost: null }

/**
 * An in-memory implementation of the transcript calls in the contract, over a connection that may be slow or lose
 * messages.
 */
export function fakeStudio(start: Transcript): FakeStudio {
  let transcript = start
  let version = 0
  const log: LogEntry[] = []
  const clients = new Set<(event: StudioEvent) => void>()
  let seq = 0

  const emit = (kind: StudioEvent['kind'], touched: StudioEvent['touched']): void => {
    seq += 1
    const event = structuredClone({ seq, kind, touched: { transcriptId: start.id, ...touched } })
    for (const client of clients) client(event)
  }
  const enter = ({ transcript: after, entry, touched }: Recorded): void => {
    transcript = after
    log.push(entry)
    version += 1
    const there = new Set(after.paragraphs.map((paragraph) => paragraph.id))
    const changed = touched.paragraphIds.filter((id) => there.has(id))
    emit('edit-applied', { number: log.length, paragraphIds: changed })
  }
  const label = (step: ReturnType<typeof undoable>) =>
    step === null ? null : { stepId: step.stepId, kind: step.kind }
  const head = () => ({
    version,
    editNumber: log.length,
    undo: label(undoable(log)),
    redo: label(redoable(log)),
  })
  const outcome = (before: Transcript, asSent: boolean, refused: string[]): EditOutcome => {
    const known = new Set(before.paragraphs)
    const there = new Set(transcript.paragraphs.map((paragraph) => paragraph.id))
    return {
      ...head(),
      asSent,
      refused,
      paragraphIds: transcript.paragraphs.filter((each) => !known.has(each)).map((each) => each.id),
      removedIds: before.paragraphs.map((each) => each.id).filter((id) => !there.has(id)),
    }
  }
  const state = (ids: ReadonlySet<string> | null): TranscriptState => ({
    ...head(),
    id: transcript.id,
    recordingId: transcript.recordingId,
    language: transcript.language,
    run: JSON.stringify(transcript.run),
    state: 'done',
    speakers: [...transcript.speakers],
    turns: [...transcript.turns],
    marks: [...transcript.marks],
    paragraphs: transcript.paragraphs
      .filter((paragraph) => ids === null || ids.has(paragraph.id))
      .map((paragraph) => ({ ...paragraph, words: JSON.stringify(packWords(paragraph.words)) })),
    ...(transcript.captionRules === undefined ? {} : { captionRules: transcript.captionRules }),
    ...(transcript.fillers === undefined ? {} : { fillers: transcript.fillers }),
    ...(transcript.numbers === undefined ? {} : { numbers: transcript.numbers }),
  })
  const idsSince = (since: number | undefined) =>
    since === undefined ? {} : { editIds: log.slice(since).map((entry) => entry.edit.id) }
  const edit = (edits: readonly Edit[], baseNumber: number, stepId?: string): EditOutcome => {
    const before = transcript
    const asSent = baseNumber === log.length
    const refused: string[] = []
    for (const sent of edits) {
      // Only edits after the base state are searched, as in the library.
      if (log.slice(baseNumber).some((entry) => entry.edit.id === sent.id)) continue
      const carried = rebase(sent, transcript)
      if (carried === null) continue
      try {
        enter(recordEdit(transcript, log, carried, stepId === undefined ? {} : { stepId }))
      } catch (error) {
        if (!(error instanceof EditRefused)) throw error
        refused.push(sent.id)
      }
    }
    return outcome(before, asSent, refused)
  }
  const takeBack = (way: typeof undo, id: string): EditOutcome | null => {
    const before = transcript
    const recorded = log.some((entry) => entry.edit.id === id) ? null : way(transcript, log, id)
    if (recorded === null) return null
    enter(recorded)
    return outcome(before, false, [])
  }
  const answer = (name: CallName, input: unknown): unknown => {
    switch (name) {
      case 'transcripts.get': {
        const { since } = input as CallInput<'transcripts.get'>
        return { ...state(null), ...idsSince(since) }
      }
      case 'transcripts.update': {
        const { paragraphIds, since } = input as CallInput<'transcripts.update'>
        const order = transcript.paragraphs.map((paragraph) => paragraph.id)
        return { ...state(new Set(paragraphIds)), ...idsSince(since), order } satisfies TranscriptUpdate
      }
      case 'transcripts.edit': {
        const { edits, baseNumber, stepId } = input as CallInput<'transcripts.edit'>
        return edit(edits, baseNumber, stepId)
      }
      case 'transcripts.undo':
        return takeBack(undo, (input as CallInput<'transcripts.undo'>).id)
      case 'transcripts.redo':
        return takeBack(redo, (input as CallInput<'transcripts.redo'>).id)
      default:
        throw new TypeError(`The fake studio does not answer ${name}`)
    }
  }

  return {
    get transcript() {
      return transcript
    },
    log,
    emit,
    write(change, paragraphIds) {
      transcript = change(transcript)
      version += 1
      emit('paragraphs-saved', { paragraphIds: [...paragraphIds] })
    },
    connect(fateOf = () => calm, eventMs = 1) {
      const listeners = new Set<(event: StudioEvent) => void>()
      clients.add((event) => {
        setTimeout(() => {
          for (const listener of listeners) listener(event)
        }, eventMs)
      })
      return {
        connection: 'connected',
        onConnection: () => () => undefined,
        onEvent(listener) {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
        async call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
          const fate = fateOf()
          const there = structuredClone(input)
          await later(fate.thereMs)
          if (fate.lost === 'there') throw connectionLost()
          const output = structuredClone(answer(name, there)) as CallOutput<Name>
          await later(fate.backMs)
          if (fate.lost === 'back') throw connectionLost()
          return output
        },
      }
    },
  }
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}

function connectionLost(): CallFailed {
  return new CallFailed({ code: 'connection.lost', message: 'The connection to Parolo was lost.' })
}
