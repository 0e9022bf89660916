import type { CallInput, CallName, CallOutput } from '#contracts/calls/calls'
import type { StudioEvent } from '#contracts/events'
import type { LogEntry } from '#core/edits/history/take-back'
import type { Paragraph, Transcript } from '#core/transcript/transcript'
import { CallFailed } from '../../rpc/call-failed.ts'
import type { StudioClient } from '../../rpc/studio-client.ts'
import { storeInMemory } from './real-tables.mjs'

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
  /** What the engine writes: paragraphs without an edit. */
  write(paragraphs: readonly Paragraph[]): void
  /** Connects a page; `fateOf` is called for each call, and events are delayed by `eventMs`. */
  connect(fateOf?: () => Fate, eventMs?: number): StudioClient
}

const calm: Fate = { thereMs: 1, backMs: 1, lost: null }

/**
 * The calls on a transcript in a library's own tables, in memory, over a connection that may be slow or lose
 * messages.
 */
export function fakeStudio(start: Transcript): FakeStudio {
  const { id, calls, read, newEvents } = storeInMemory(start)
  const clients = new Set<(event: StudioEvent) => void>()
  const send = (event: StudioEvent): void => {
    for (const client of clients) client(event)
  }
  const answer = (name: CallName, input: unknown): unknown => {
    switch (name) {
      case 'transcripts.get': {
        const { transcriptId, since } = input as CallInput<'transcripts.get'>
        return calls.transcriptState(transcriptId, since)
      }
      case 'transcripts.update': {
        const { transcriptId, paragraphIds, since } = input as CallInput<'transcripts.update'>
        return calls.transcriptUpdate(transcriptId, paragraphIds, since)
      }
      case 'transcripts.edit': {
        const { transcriptId, edits, ...made } = input as CallInput<'transcripts.edit'>
        return calls.applyEdits(transcriptId, edits, made)
      }
      case 'transcripts.undo': {
        const { transcriptId, id: stepId } = input as CallInput<'transcripts.undo'>
        return calls.undo(transcriptId, stepId)
      }
      case 'transcripts.redo': {
        const { transcriptId, id: stepId } = input as CallInput<'transcripts.redo'>
        return calls.redo(transcriptId, stepId)
      }
      default:
        throw new TypeError(`The fake studio does not answer ${name}`)
    }
  }
  let seq = 0

  return {
    get transcript() {
      return read()
    },
    get log() {
      return calls.edits(id)
    },
    emit(kind, touched) {
      seq += 1
      send(structuredClone({ seq, kind, touched: { transcriptId: id, ...touched } }))
    },
    write(paragraphs) {
      calls.putParagraphs(id, paragraphs)
      newEvents().forEach(send)
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
          newEvents().forEach(send)
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
