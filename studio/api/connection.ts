import { describeFault } from '#contracts/describe-fault'
import { Fault } from '#contracts/errors'
import type { StudioEvent } from '#contracts/events'
import { FromPage, type ToPage } from '#contracts/wire'
import type { Library, LibraryEvent, Watch } from '../library/library.ts'
import { EventBatches } from './event-batches.ts'
import type { Router } from './router.ts'
import { withoutPaths } from '../faults/without-paths.ts'

export interface ConnectionOptions {
  readonly router: Router
  readonly library: Pick<Library, 'watch' | 'lastEventNumber'>
  /** A window of this program: it may send and receive paths of this computer. */
  readonly local: boolean
  readonly send: (message: ToPage) => void
  /** Called with errors that are bugs of the program. */
  readonly onBug?: (error: unknown) => void
  readonly onClose?: () => void
}

/**
 * The connection to one page, over any transport: answers its calls, each exactly once and in any order, and sends it
 * the library's events while it watches.
 */
export class Connection {
  readonly #options: ConnectionOptions
  readonly #calls = new Map<number, AbortController>()
  readonly #batches: EventBatches
  #watch: Watch | undefined
  /** Number of the newest request to watch; an older one still in progress is dropped. */
  #watches = 0
  #isOpen = true

  constructor(options: ConnectionOptions) {
    this.#options = options
    this.#batches = new EventBatches((events) => this.#send({ kind: 'events', events: events.map(eventOf) }))
  }

  /**
   * Handles a raw message; returns false if it does not match the contract and so was not sent by one of our pages.
   */
  receive(message: unknown): boolean {
    const checked = FromPage.safeParse(message)
    if (!checked.success || !this.#isOpen) return checked.success
    const request = checked.data
    if (request.kind === 'call') void this.#call(request)
    else if (request.kind === 'cancel') this.#calls.get(request.number)?.abort(new Fault('job.cancelled'))
    else void this.#beginWatch(request.since)
    return true
  }

  /** Makes the page reload its state after a change that is not in the library's log. */
  requestResync(): void {
    if (this.#watch !== undefined) this.#batches.add({ seq: 0, kind: 'events-missed', touched: {} })
  }

  /** Call when the page is gone: sends nothing more and aborts its calls. */
  close(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    this.#options.onClose?.()
    this.#watches += 1
    this.#watch?.stop()
    this.#batches.stop()
    for (const controller of this.#calls.values()) controller.abort(new Fault('job.cancelled'))
    this.#calls.clear()
  }

  async #call(call: Extract<FromPage, { kind: 'call' }>): Promise<void> {
    const { number, name, input, language, locale } = call
    const { router, local } = this.#options
    const fail = (error: unknown) => {
      if (!(error instanceof Fault)) this.#options.onBug?.(error)
      this.#send({
        kind: 'failed',
        number,
        error: describeFault(local ? error : withoutPaths(error), language),
      })
    }
    if (this.#calls.has(number)) {
      fail(new Fault('call.bad-input', { call: name }, `number ${number} is in use`))
      return
    }
    const controller = new AbortController()
    this.#calls.set(number, controller)
    const { signal } = controller
    const stopped = Promise.withResolvers<never>()
    signal.addEventListener('abort', () => stopped.reject(signal.reason), { once: true })
    try {
      // A call that ignores its signal continues, but the page gets its answer immediately.
      const output = await Promise.race([
        router.answer(name, input, { signal, language, local, ...(locale !== undefined && { locale }) }),
        stopped.promise,
      ])
      this.#send({ kind: 'done', number, output })
    } catch (error) {
      fail(error)
    } finally {
      this.#calls.delete(number)
    }
  }

  async #beginWatch(since: number | null): Promise<void> {
    const { library } = this.#options
    this.#watch?.stop()
    this.#watch = undefined
    this.#watches += 1
    const own = this.#watches
    try {
      const newest = await library.lastEventNumber()
      if (own !== this.#watches) return
      // A library that replaced this one restarts event numbers, so the page's number belongs to the former
      // one.
      const isOther = since !== null && since > newest
      if (isOther) this.#batches.add({ seq: newest, kind: 'events-missed', touched: {} })
      this.#watch = library.watch((event) => this.#batches.add(event), isOther ? newest : (since ?? newest))
    } catch (error) {
      // If watching fails, the page must reload instead of assuming that nothing changes.
      this.#options.onBug?.(error)
      this.#batches.add({ seq: since ?? 0, kind: 'events-missed', touched: {} })
    }
  }

  #send(message: ToPage): void {
    if (this.#isOpen) this.#options.send(message)
  }
}

function eventOf({ seq, kind, touched }: LibraryEvent): StudioEvent {
  return {
    seq,
    kind,
    touched: Object.fromEntries(
      Object.entries(touched).map(([name, value]) => [
        name,
        typeof value === 'object' && value !== null ? [...value] : value,
      ]),
    ),
  }
}
