import {
  type DriveError,
  type DriveRequest,
  type DriveResult,
  driveResults,
  FromDrive,
  type ToDrive,
} from '#contracts/drive'
import { Fault } from '#contracts/errors'
import type { OwnChild, StartChild } from '../processes/child-process.ts'
import type { DriveWorkOptions } from './drive-work.ts'

export interface DriveLimits {
  /** A request without an answer or progress for this long ends with `drive.silent`, ms. */
  readonly silentMs: number
  /** An unresponsive drive is not asked again for this long, ms. */
  readonly pauseMs: number
  /** An idle process is ended after this, ms. */
  readonly idleMs: number
  /** Maximum number of processes that hang in the system and cannot be ended: no more are started then. */
  readonly mostHanging: number
}

export const DRIVE_LIMITS: DriveLimits = { silentMs: 10_000, pauseMs: 5_000, idleMs: 60_000, mostHanging: 4 }

/** Starting Node does not depend on the drive. */
const READY_MS = 30_000
/** Size of Node's thread pool: waiting for a thread is not attributed to the drive. */
const AT_ONCE = 4

/** Requests that take minutes, run one at a time so that others need not wait for them. */
const LONG: ReadonlySet<DriveRequest['kind']> = new Set(['hash', 'copy', 'search-library'])

interface Call {
  readonly number: number
  readonly request: DriveRequest
  readonly onBytes: DriveWorkOptions['onBytes']
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
  sentAt: number
  timer: NodeJS.Timeout | undefined
}

/** One process and its requests in progress. */
interface Running {
  readonly child: OwnChild<ToDrive>
  readonly calls: Map<number, Call>
  isReady: boolean
  timer: NodeJS.Timeout | undefined
}

/**
 * Accesses one drive: a child process, started when needed and abandoned when it does not respond. If the
 * drive hangs, even a killed process may remain; nothing waits for it.
 */
export class DriveLink {
  readonly #name: string
  readonly #start: StartChild<ToDrive>
  readonly #limits: DriveLimits
  readonly #waiting = new Map<number, Call>()
  readonly #hanging = new Set<Running>()
  #running: Running | null = null
  #number = 0
  #answeredAt = -Infinity
  #notBefore = -Infinity

  constructor(name: string, start: StartChild<ToDrive>, limits: DriveLimits) {
    this.#name = name
    this.#start = start
    this.#limits = limits
  }

  /** Rejects with the system's error, `drive.silent`, `job.cancelled` (also while the drive hangs). */
  ask<Request extends DriveRequest>(
    request: Request,
    { signal, onBytes }: DriveWorkOptions,
  ): Promise<DriveResult<Request['kind']>> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(new Fault('job.cancelled'))
        return
      }
      const onAbort = (): void => {
        this.#drop(call)
        call.reject(new Fault('job.cancelled'))
      }
      const call: Call = {
        number: this.#number++,
        request,
        onBytes,
        sentAt: 0,
        timer: undefined,
        resolve: (result) => {
          signal?.removeEventListener('abort', onAbort)
          const checked = driveResults[request.kind].safeParse(result)
          if (checked.success) resolve(checked.data as DriveResult<Request['kind']>)
          else reject(new Fault('internal', {}, checked.error.message))
        },
        reject: (error) => {
          signal?.removeEventListener('abort', onAbort)
          reject(error)
        },
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      this.#waiting.set(call.number, call)
      this.#pump()
    })
  }

  /** Ends its process without waiting for it. */
  close(): void {
    for (const call of this.#waiting.values()) call.reject(new Fault('job.cancelled'))
    this.#waiting.clear()
    const running = this.#running
    if (running === null) return
    this.#running = null
    for (const call of running.calls.values()) {
      clearTimeout(call.timer)
      call.reject(new Fault('job.cancelled'))
    }
    running.calls.clear()
    this.#leave(running)
  }

  #pump(): void {
    if (this.#waiting.size === 0) return
    if (this.#running === null && !this.#mayStart()) {
      for (const call of this.#waiting.values()) call.reject(this.#silent(call.request))
      this.#waiting.clear()
      return
    }
    const running = (this.#running ??= this.#startProcess())
    running.child.hold(true)
    if (!running.isReady) return
    clearTimeout(running.timer)
    for (const call of this.#waiting.values()) {
      if (running.calls.size === AT_ONCE) return
      const isLong = LONG.has(call.request.kind)
      if (isLong && [...running.calls.values()].some(({ request }) => LONG.has(request.kind))) continue
      this.#waiting.delete(call.number)
      running.calls.set(call.number, call)
      running.child.send({ kind: 'do', number: call.number, request: call.request })
      this.#wait(running, call)
    }
  }

  #mayStart(): boolean {
    return performance.now() >= this.#notBefore && this.#hanging.size < this.#limits.mostHanging
  }

  #startProcess(): Running {
    const child = this.#start({
      message: (message) => this.#receive(running, message),
      stderr: () => undefined,
      ended: (how) => this.#onEnd(running, how),
    })
    const timer = setTimeout(() => child.kill(), READY_MS)
    const running: Running = { child, calls: new Map(), isReady: false, timer }
    return running
  }

  #receive(running: Running, message: unknown): void {
    const reply = FromDrive.parse(message)
    this.#answeredAt = performance.now()
    if (reply.kind === 'ready') {
      clearTimeout(running.timer)
      running.isReady = true
      this.#goOn(running)
      return
    }
    const call = running.calls.get(reply.number)
    if (call === undefined) return
    if (reply.kind === 'progress') {
      this.#wait(running, call)
      call.onBytes?.(reply.bytes)
      return
    }
    clearTimeout(call.timer)
    running.calls.delete(call.number)
    if (reply.kind === 'done') call.resolve(reply.result)
    else call.reject(rebuilt(reply.error))
    this.#goOn(running)
  }

  #wait(running: Running, call: Call): void {
    clearTimeout(call.timer)
    call.sentAt = performance.now()
    // Also allows for the wait for a database used by another program.
    const patience = call.request.kind === 'search-library' ? 3 : 1
    call.timer = setTimeout(() => this.#onSilence(running, call), patience * this.#limits.silentMs)
  }

  /** The process's other requests are still awaited; new ones go to another process. */
  #onSilence(running: Running, call: Call): void {
    running.calls.delete(call.number)
    if (this.#answeredAt <= call.sentAt) this.#notBefore = performance.now() + this.#limits.pauseMs
    if (this.#running === running) this.#running = null
    call.reject(this.#silent(call.request))
    this.#goOn(running)
  }

  #drop(call: Call): void {
    this.#waiting.delete(call.number)
    const running = this.#running
    if (running?.calls.delete(call.number) !== true) return
    clearTimeout(call.timer)
    running.child.send({ kind: 'cancel', number: call.number })
    this.#goOn(running)
  }

  /** Called after an answer, or when a request is given up. */
  #goOn(running: Running): void {
    this.#pump()
    if (running.calls.size > 0) return
    if (this.#running !== running) {
      this.#leave(running)
    } else if (running.isReady) {
      running.child.hold(false)
      clearTimeout(running.timer)
      running.timer = setTimeout(() => {
        this.#running = null
        this.#leave(running)
      }, this.#limits.idleMs).unref()
    }
  }

  #leave(running: Running): void {
    clearTimeout(running.timer)
    this.#hanging.add(running)
    running.child.kill()
    running.child.hold(false)
  }

  #onEnd(running: Running, how: string): void {
    clearTimeout(running.timer)
    this.#hanging.delete(running)
    const isCurrent = this.#running === running
    if (isCurrent) this.#running = null
    const lost = [...running.calls.values(), ...(isCurrent && !running.isReady ? this.#waiting.values() : [])]
    for (const call of lost) {
      clearTimeout(call.timer)
      this.#waiting.delete(call.number)
      running.calls.delete(call.number)
      call.reject(new Fault('disk.failed', { folder: this.#name }, how))
    }
    this.#pump()
  }

  #silent({ path }: DriveRequest): Fault {
    return new Fault('drive.silent', { drive: this.#name, file: path })
  }
}

function rebuilt({ message, code, fault }: DriveError): Error {
  if (fault !== undefined) return new Fault(fault.code, fault.values, fault.detail)
  return Object.assign(new Error(message), code === undefined ? {} : { code })
}
