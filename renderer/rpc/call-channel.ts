import { describeFault } from '#contracts/describe-fault'
import type { CallInput, CallName, CallOutput } from '#contracts/calls/calls'
import { Fault } from '#contracts/errors'
import type { StudioEvent } from '#contracts/events'
import type { FromPage, ToPage } from '#contracts/wire'
import type { ProgramLanguage } from '#core/messages/messages'
import { CallFailed } from './call-failed.ts'
import type { ConnectionState, StudioClient } from './studio-client.ts'

interface Waiting {
  readonly resolve: (output: never) => void
  readonly reject: (reason: unknown) => void
  /** Stops listening to its abort signal. */
  readonly forget: () => void
}

/**
 * The page's side of the connection, independent of the transport: numbers calls, matches answers, orders events, and
 * queues calls until the transport is open.
 */
export interface CallChannel {
  readonly client: StudioClient
  /** The transport is open: requests events after the last one received, then sends queued calls. */
  readonly opened: () => void
  readonly receive: (message: ToPage) => void
  /** The transport is closed: all pending calls fail with `connection.lost`. */
  readonly lost: (as?: 'lost' | 'refused') => void
}

export interface ChannelOptions {
  readonly send: (message: FromPage) => void
  /** Language of error messages. */
  readonly language: () => ProgramLanguage
}

export function createCallChannel({ send, language }: ChannelOptions): CallChannel {
  const waiting = new Map<number, Waiting>()
  const eventListeners = new Set<(event: StudioEvent) => void>()
  const connectionListeners = new Set<(state: ConnectionState) => void>()
  let state: ConnectionState = 'connecting'
  let lastNumber = 0
  let lastSeq: number | null = null
  let unsent: FromPage[] = []

  const setState = (next: ConnectionState): void => {
    if (next === state) return
    state = next
    for (const listener of connectionListeners) listener(next)
  }
  const connectionLost = (): CallFailed =>
    new CallFailed(describeFault(new Fault('connection.lost'), language()))
  const takeWaiting = (number: number): Waiting | undefined => {
    const found = waiting.get(number)
    waiting.delete(number)
    found?.forget()
    return found
  }
  const post = (message: FromPage): void => {
    if (state === 'connected') send(message)
    else unsent.push(message)
  }
  const deliver = (event: StudioEvent): void => {
    // Events are sent again after a reconnection: each number is delivered once.
    if (event.kind !== 'events-missed' && lastSeq !== null && event.seq <= lastSeq) return
    lastSeq = Math.max(lastSeq ?? 0, event.seq)
    for (const listener of eventListeners) listener(event)
  }

  const client: StudioClient = {
    call<Name extends CallName>(
      name: Name,
      input: CallInput<Name>,
      { signal }: { readonly signal?: AbortSignal } = {},
    ): Promise<CallOutput<Name>> {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason)
        if (state === 'lost' || state === 'refused') return reject(connectionLost())
        lastNumber += 1
        const number = lastNumber
        const cancel = (): void => {
          takeWaiting(number)
          unsent = unsent.filter((message) => message.kind === 'watch' || message.number !== number)
          if (state === 'connected') send({ kind: 'cancel', number })
          reject(signal?.reason)
        }
        signal?.addEventListener('abort', cancel, { once: true })
        waiting.set(number, { resolve, reject, forget: () => signal?.removeEventListener('abort', cancel) })
        post({ kind: 'call', number, name, input, language: language(), locale: navigator.language })
      })
    },
    onEvent(listener) {
      eventListeners.add(listener)
      return () => eventListeners.delete(listener)
    },
    get connection() {
      return state
    },
    onConnection(listener) {
      connectionListeners.add(listener)
      return () => connectionListeners.delete(listener)
    },
  }

  return {
    client,
    opened() {
      send({ kind: 'watch', since: lastSeq })
      const messages = unsent
      unsent = []
      setState('connected')
      for (const message of messages) send(message)
    },
    receive(message) {
      if (message.kind === 'events') {
        for (const event of message.events) deliver(event)
        return
      }
      const found = takeWaiting(message.number)
      if (!found) return
      if (message.kind === 'done') found.resolve(message.output as never)
      else found.reject(new CallFailed(message.error))
    },
    lost(as = 'lost') {
      unsent = []
      setState(as)
      for (const number of waiting.keys()) takeWaiting(number)?.reject(connectionLost())
    },
  }
}
