import { onTestFinished } from 'vitest'
import type { CallInput, CallName, CallOutput } from '#contracts/calls/calls'
import type { WireError } from '#contracts/errors'
import type { StudioEvent } from '#contracts/events'
import { FromPage, ToPage } from '#contracts/wire'
import type { Connection } from '../connection.ts'

export class Refused extends Error {
  readonly error: WireError
  constructor(error: WireError) {
    super(`${error.code}: ${error.message} ${error.detail ?? ''}`)
    this.error = error
  }
}

/** Serialized as by the transports: as JSON, and cloned as between processes. */
function carried<Message>(message: Message): unknown {
  const json: unknown = JSON.parse(JSON.stringify(message))
  return structuredClone(json)
}

/** A page without a transport: its messages are still serialized and validated. */
export class DirectPage {
  readonly #connection: Connection
  readonly #language: 'en' | 'fr'
  readonly #waiting = new Map<
    number,
    { resolve: (output: unknown) => void; reject: (error: Error) => void }
  >()
  readonly #looks = new Set<() => void>()
  readonly events: StudioEvent[] = []
  /** Number of messages that delivered the events. */
  batches = 0
  #lastNumber = 0

  constructor(
    connect: (send: (message: ToPage) => void) => Connection,
    { language = 'en' }: { readonly language?: 'en' | 'fr' } = {},
  ) {
    this.#language = language
    this.#connection = connect((message) => this.#take(ToPage.parse(carried(message))))
    onTestFinished(() => this.close())
  }

  call<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    signal?: AbortSignal,
  ): Promise<CallOutput<Name>> {
    this.#lastNumber += 1
    const number = this.#lastNumber
    signal?.addEventListener('abort', () => this.send({ kind: 'cancel', number }), { once: true })
    return new Promise<CallOutput<Name>>((resolve, reject) => {
      this.#waiting.set(number, { resolve: resolve as (output: unknown) => void, reject })
      this.send({ kind: 'call', number, name, input, language: this.#language })
    })
  }

  send(message: FromPage): void {
    this.#connection.receive(carried(message))
  }

  watch(since: number | null = null): void {
    this.send({ kind: 'watch', since })
  }

  /** The first matching event, including earlier ones. */
  event(fits: (event: StudioEvent) => boolean): Promise<StudioEvent> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.events.find(fits)
        if (found === undefined) return
        this.#looks.delete(look)
        resolve(found)
      }
      this.#looks.add(look)
      look()
    })
  }

  close(): void {
    this.#connection.close()
  }

  #take(message: ToPage): void {
    if (message.kind === 'events') {
      this.events.push(...message.events)
      this.batches += 1
      for (const look of this.#looks) look()
      return
    }
    const waiting = this.#waiting.get(message.number)
    if (waiting === undefined) throw new Error(`call ${message.number} was answered twice`)
    this.#waiting.delete(message.number)
    if (message.kind === 'done') waiting.resolve(message.output)
    else waiting.reject(new Refused(message.error))
  }
}
