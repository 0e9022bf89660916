import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { ConnectionAsker, ConnectionOutcome, ConnectionPurpose } from '#core/network/connection'
import type { Holder } from '../library/lock/open-processes.ts'
import { currentMeter } from '../run-cost/run-meter.ts'
import type { ConnectionEnd, NewConnection } from '../library/tables/sources/connections.ts'

/** Why a connection is made, for the list shown to a person. */
export interface ConnectionReason {
  readonly purpose: ConnectionPurpose
  /** Name of what is fetched: a model, a podcast, an episode. */
  readonly title: string
  readonly askedBy: ConnectionAsker
  /** The object with which address and title are deleted: `connectionSubject`. */
  readonly subject: string
}

/** The library's calls that maintain the list of connections. */
export interface ConnectionStore {
  /** This process. */
  readonly self: Holder
  beginConnection(connection: NewConnection): Promise<number>
  endConnection(number: number, end: ConnectionEnd): Promise<void>
}

/** Records each connection made for one reason: before it is opened, and again after it ends. */
export class Ledger {
  readonly #store: ConnectionStore
  readonly #reason: ConnectionReason
  readonly #open = new Set<Promise<void>>()

  constructor(store: ConnectionStore, reason: ConnectionReason) {
    this.#store = store
    this.#reason = reason
  }

  /** Throws the library's faults: a connection that cannot be recorded is not made. */
  async begin(url: URL, proxy: URL | null, signal: AbortSignal): Promise<OpenConnection> {
    const number = await this.#store.beginConnection({
      ...this.#reason,
      startedAtMs: Date.now(),
      host: url.host,
      proxy: proxy?.host ?? null,
      url: url.href,
      holder: this.#store.self,
    })
    const connection = new OpenConnection(signal, (end) => this.#store.endConnection(number, end))
    this.#open.add(connection.kept)
    return connection
  }

  /** Resolves once every connection so far is closed and recorded. Throws the library's faults. */
  async settled(): Promise<void> {
    const open = [...this.#open]
    this.#open.clear()
    await Promise.all(open)
  }
}

/** One connection while it is open. */
export class OpenConnection {
  /** Resolves when its end is recorded. */
  readonly kept: Promise<void>
  readonly #signal: AbortSignal
  readonly #meter = currentMeter()
  #answer: IncomingMessage | null = null
  #hasSocket = false
  #end!: (end: ConnectionEnd) => void

  constructor(signal: AbortSignal, keep: (end: ConnectionEnd) => Promise<void>) {
    this.#signal = signal
    this.kept = new Promise<ConnectionEnd>((resolve) => (this.#end = resolve)).then(keep)
    // Rejection is handled where `settled` is awaited; this avoids an unhandled rejection before that.
    this.kept.catch(() => undefined)
  }

  /** The socket to the host, or to the proxy. */
  opened(socket: Socket): void {
    this.#hasSocket = true
    let isConnected = !socket.connecting
    socket.once('connect', () => (isConnected = true))
    socket.once('close', () => {
      // For a socket that never connected, Node counts data waiting to be sent.
      const sentBytes = isConnected ? socket.bytesWritten : 0
      const receivedBytes = socket.bytesRead
      this.#meter?.addConnection(sentBytes, receivedBytes)
      this.#finish(sentBytes, receivedBytes)
    })
  }

  answered(answer: IncomingMessage): void {
    this.#answer = answer
  }

  /** No response arrived. */
  failed(): void {
    if (!this.#hasSocket) this.#finish(0, 0)
  }

  #finish(sentBytes: number, receivedBytes: number): void {
    this.#end({
      endedAtMs: Date.now(),
      status: this.#answer?.statusCode ?? null,
      outcome: this.#outcome(),
      sentBytes,
      receivedBytes,
    })
  }

  #outcome(): ConnectionOutcome {
    if (this.#answer?.complete === true) return 'complete'
    if (this.#signal.aborted && !isStall(this.#signal.reason)) return 'stopped'
    if (this.#answer === null) return 'failed'
    const isOurs = this.#answer.destroyed && this.#answer.errored === null && !this.#signal.aborted
    return isOurs ? 'unused' : 'cut-off'
  }
}

/** Reason of a signal that was aborted because nothing arrived for too long. */
export const STALLED = 'stalled'

const isStall = (reason: unknown): boolean => reason === STALLED
