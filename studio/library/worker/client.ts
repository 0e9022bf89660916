import { Fault } from '#contracts/errors'
import type { LibraryEvent } from '../library-event.ts'
import type { Asynchronous, Holder, Library, LibraryCalls } from '../library.ts'
import type { OnOpeningStep } from '../opening-step.ts'
import { unpackTranscript } from '../stored-transcript.ts'
import type { LibraryThread } from './start-thread.ts'
import { fromWire } from './wire-fault.ts'
import type { LibraryCallName, FromWorker, ToWorker } from './worker-messages.ts'

interface Pending {
  readonly resolve: (result: unknown) => void
  readonly reject: (fault: Fault) => void
}

type Opened = Extract<FromWorker, { kind: 'opened' }>

/** The library in a thread that was just started; resolves once it is open. */
export async function connectToThread(
  thread: LibraryThread,
  folder: string,
  self: Holder,
  onStep: OnOpeningStep = () => undefined,
): Promise<Library> {
  const link = new ThreadLink(thread, folder, onStep)
  const { report, names } = await link.opened
  const calls = Object.fromEntries(
    names.map((name) => [name, (...values: readonly unknown[]) => link.call(name, values)]),
  ) as unknown as Asynchronous<LibraryCalls>
  return {
    ...calls,
    folder,
    self,
    openingReport: report,
    transcript: async (id) => unpackTranscript(await calls.storedTranscript(id)),
    watch: (onEvent, since) => link.watch(onEvent, since),
    close: () => link.close(),
  }
}

/** Messages to and from one thread. */
class ThreadLink {
  readonly opened: Promise<Opened>
  readonly #thread: LibraryThread
  readonly #folder: string
  readonly #pending = new Map<number, Pending>()
  readonly #watches = new Map<number, (event: LibraryEvent) => void>()
  readonly #ended: Promise<void>
  #lastNumber = 0
  /** Why no further call is possible. */
  #over: Fault | undefined

  constructor(thread: LibraryThread, folder: string, onStep: OnOpeningStep) {
    this.#thread = thread
    this.#folder = folder
    this.opened = new Promise((resolve, reject) => {
      thread.on('message', (message: FromWorker) => {
        if (message.kind === 'opening') {
          // The process waits for the following messages.
          onStep(message.step)
          return
        }
        if (message.kind === 'opened') resolve(message)
        else if (message.kind === 'refused') reject(fromWire(message.fault))
        else this.#receive(message)
        this.#holdProcess()
      })
      thread.on('error', (error: Error) => {
        const fault = new Fault('internal', {}, error.stack ?? error.message, error)
        reject(fault)
        this.#end(fault)
      })
      thread.on('exit', () => {
        const fault = this.#closed('the library was closed')
        reject(fault)
        this.#end(fault)
      })
    })
    this.#ended = new Promise((resolve) => {
      thread.on('exit', () => resolve())
    })
  }

  call(name: LibraryCallName, values: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#over !== undefined) {
        reject(this.#over)
        return
      }
      const number = this.#nextNumber()
      this.#pending.set(number, { resolve, reject })
      this.#holdProcess()
      this.#send({ kind: 'call', number, name, values })
    })
  }

  watch(onEvent: (event: LibraryEvent) => void, since: number | undefined): { stop(): void } {
    const watch = this.#nextNumber()
    this.#watches.set(watch, onEvent)
    this.#holdProcess()
    this.#send({ kind: 'watch', watch, since })
    return {
      stop: () => {
        this.#watches.delete(watch)
        this.#send({ kind: 'unwatch', watch })
        this.#holdProcess()
      },
    }
  }

  async close(): Promise<void> {
    this.#over ??= this.#closed('the library was closed')
    this.#thread.ref()
    this.#send({ kind: 'close' })
    await this.#ended
  }

  #receive(message: Exclude<FromWorker, { kind: 'opened' | 'opening' | 'refused' }>): void {
    if (message.kind === 'events') {
      // Looked up for each event: a listener may stop its own watch.
      for (const event of message.events) this.#watches.get(message.watch)?.(event)
      return
    }
    const pending = this.#pending.get(message.number)
    this.#pending.delete(message.number)
    if (message.kind === 'result') pending?.resolve(message.result)
    else pending?.reject(fromWire(message.fault))
  }

  /** With no pending calls and no watches, the process may exit without `close`. */
  #holdProcess(): void {
    if (this.#pending.size > 0 || this.#watches.size > 0) this.#thread.ref()
    else if (this.#over === undefined) this.#thread.unref()
  }

  #end(fault: Fault): void {
    this.#over ??= fault
    for (const { reject } of this.#pending.values()) reject(fault)
    this.#pending.clear()
    this.#watches.clear()
  }

  #closed(detail: string): Fault {
    return new Fault('library.unusable', { folder: this.#folder }, detail)
  }

  #nextNumber(): number {
    this.#lastNumber += 1
    return this.#lastNumber
  }

  #send(message: ToWorker): void {
    this.#thread.postMessage(message)
  }
}
