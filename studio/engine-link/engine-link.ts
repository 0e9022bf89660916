import { Fault } from '#contracts/errors'
import { type EngineReply, type EngineRequest, type EngineResult, engineResults } from '#contracts/engine'
import { processUsage } from '../run-cost/process-usage.ts'
import { currentMeter, type RunMeter } from '../run-cost/run-meter.ts'
import type { StartEngine } from './engine-child.ts'
import { EngineProcess } from './engine-process.ts'
import { isKeptWaiting, type Used, Watchdog } from './watchdog.ts'

export interface EngineCallOptions {
  readonly signal?: AbortSignal
  /** Seconds of audio that the call processes; the watchdog scales its limit by it. */
  readonly soundSeconds: number
}

/** Hides from callers how many processes handle their calls. */
export interface EngineCaller {
  call<Request extends EngineRequest>(
    request: Request,
    options: EngineCallOptions,
  ): Promise<EngineResult<Request['kind']>>
  close(): Promise<void>
}

interface Call {
  readonly number: number
  readonly request: EngineRequest
  readonly soundSeconds: number
  readonly resolve: (result: unknown) => void
  readonly reject: (fault: Fault) => void
  readonly meter: RunMeter | undefined
  attempts: number
  sent: Used
  /** When it was last found that the process works. */
  seen: Used
}

export interface EngineLinkOptions {
  /** Requests that load models; sent again whenever a process is restarted. */
  readonly setUp: readonly EngineRequest[]
  /** Calls in flight at once (decodes run in parallel, each on one thread). */
  readonly parallel: number
  /** After this many spans recognized a process is replaced, as its memory grows with them; default: never. */
  readonly decodesPerProcess?: number
  readonly watchdog?: Watchdog
  /** Processor time of a process, in ms; null if it is not known. */
  readonly cpuMsOf?: (pid: number) => number | null
  readonly startEngine: StartEngine
}

const MAX_ATTEMPTS = 2
const LOADING_TIMEOUT_MS = 120_000
const NOTHING_USED: Used = { atMs: 0, cpuMs: null }

/**
 * One engine process for one kind of work: started when needed, restarted when it dies. Calls that were in flight
 * then are retried once, one at a time, so that the call that caused it is found and others are not blamed.
 */
export class EngineLink implements EngineCaller {
  #setUp: readonly EngineRequest[]
  readonly #parallel: number
  readonly #decodesPerProcess: number
  readonly #watchdog: Watchdog
  readonly #cpuMsOf: (pid: number) => number | null
  readonly #startEngine: StartEngine
  readonly #waiting: Call[] = []
  readonly #suspects: Call[] = []
  readonly #flying = new Map<number, Call>()
  #process: EngineProcess | null = null
  /** Whether the process has received its set-up. */
  #isSetUp = false
  #starting: Promise<void> | null = null
  /** Spans that the process was asked to recognize. */
  #decodes = 0
  /** The process was killed to be replaced and has not ended yet. */
  #isReplacing = false
  #number = 0
  #closed = false
  #timer: NodeJS.Timeout | null = null
  #silent = false

  constructor(options: EngineLinkOptions) {
    this.#setUp = options.setUp
    this.#parallel = options.parallel
    this.#decodesPerProcess = options.decodesPerProcess ?? Number.POSITIVE_INFINITY
    this.#watchdog = options.watchdog ?? new Watchdog()
    this.#cpuMsOf = options.cpuMsOf ?? ((pid) => processUsage(pid)?.cpuMs ?? null)
    this.#startEngine = options.startEngine
  }

  get pid(): number | undefined {
    return this.#process?.pid
  }

  /** Starts the process and loads its models; faults give the reason if a model cannot be loaded. */
  async start(): Promise<void> {
    if (this.#closed) throw new Fault('job.cancelled')
    if (this.#process && !this.#starting) return
    this.#starting ??= this.#startTwice()
    await this.#starting
  }

  /** Starts the process early; a fault is ignored, as the first call tries again and reports it. */
  warm(): void {
    this.start().catch(() => undefined)
  }

  /**
   * Sends a request to the engine. Rejects with `engine.failed` (the call itself failed), `engine.died` or
   * `engine.silent` (the call ended the process twice), or `job.cancelled`.
   */
  call<Request extends EngineRequest>(
    request: Request,
    options: EngineCallOptions,
  ): Promise<EngineResult<Request['kind']>> {
    const { signal, soundSeconds } = options
    return new Promise((resolve, reject) => {
      if (this.#closed || signal?.aborted) {
        reject(new Fault('job.cancelled'))
        return
      }
      const onAbort = () => {
        this.#drop(call)
        reject(new Fault('job.cancelled'))
      }
      const call: Call = {
        number: this.#number++,
        request,
        soundSeconds,
        meter: currentMeter(),
        attempts: 0,
        sent: NOTHING_USED,
        seen: NOTHING_USED,
        resolve: (result) => {
          signal?.removeEventListener('abort', onAbort)
          const checked = engineResults[request.kind].safeParse(result)
          if (checked.success) resolve(checked.data as EngineResult<Request['kind']>)
          else reject(new Fault('engine.failed', {}, checked.error.message))
        },
        reject: (fault) => {
          signal?.removeEventListener('abort', onAbort)
          reject(fault)
        },
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      this.#waiting.push(call)
      this.#pump()
    })
  }

  /**
   * Replaces the set-up request of the kind of `load` for new processes; a running process gets `change`
   * instead of loading again. Allowed only while no call is waiting.
   */
  async reconfigure(load: EngineRequest, change: EngineRequest): Promise<void> {
    this.#setUp = this.#setUp.map((one) => (one.kind === load.kind ? load : one))
    if (this.#process) await this.call(change, { soundSeconds: 1 })
  }

  /**
   * Adds models to load, without duplicates; a process already set up loads them now and may throw
   * `model.load-failed`.
   */
  async addSetUp(requests: readonly EngineRequest[]): Promise<void> {
    const known = new Set(this.#setUp.map((one) => JSON.stringify(one)))
    const added = requests.filter((one) => !known.has(JSON.stringify(one)))
    this.#setUp = [...this.#setUp, ...added]
    if (!this.#process || !this.#isSetUp) return
    try {
      await Promise.all(added.map((request) => this.call(request, { soundSeconds: 1 })))
    } catch (error) {
      const isOurs = error instanceof Fault && error.code.startsWith('engine.')
      throw isOurs ? new Fault('model.load-failed', {}, error.detail, error) : error
    }
  }

  /** Ends the process and rejects waiting calls. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer) clearInterval(this.#timer)
    const process = this.#process
    process?.kill()
    for (const call of [...this.#waiting, ...this.#suspects, ...this.#flying.values()]) {
      call.reject(new Fault('job.cancelled'))
    }
    this.#waiting.length = 0
    this.#suspects.length = 0
    this.#flying.clear()
    await process?.ended
  }

  /** Abandons a call: native work cannot be interrupted, so its process is killed. */
  #drop(call: Call): void {
    for (const queue of [this.#waiting, this.#suspects]) {
      const at = queue.indexOf(call)
      if (at >= 0) queue.splice(at, 1)
    }
    if (this.#flying.delete(call.number)) this.#process?.kill()
  }

  #pump(): void {
    if (this.#closed || (this.#waiting.length === 0 && this.#suspects.length === 0)) return
    if (!this.#process || this.#starting) {
      this.start().then(
        () => this.#pump(),
        (error: unknown) => this.#refuseAll(error),
      )
      if (this.#starting) return
    }
    if (this.#isReplacing || this.#replaceUsedProcess()) return
    while (this.#flying.size < this.#allowedInFlight()) {
      const call = this.#suspects.shift() ?? this.#waiting.shift()
      if (!call) break
      call.attempts++
      if (call.request.kind === 'recognize') this.#decodes++
      call.sent = this.#used()
      call.seen = call.sent
      this.#flying.set(call.number, call)
      this.#process?.send(call.number, call.request, call.meter)
    }
    this.#process?.hold(this.#flying.size > 0)
    this.#timer ??= setInterval(() => this.#watch(), 500).unref()
  }

  /** Whether what waits is for the next process, which is started once this one has answered and ended. */
  #replaceUsedProcess(): boolean {
    if (this.#decodes < this.#decodesPerProcess) return false
    if (this.#flying.size === 0) {
      this.#isReplacing = true
      this.#process?.kill()
    }
    return true
  }

  /** Calls that were in flight when an engine died are retried one at a time. */
  #allowedInFlight(): number {
    const suspect = this.#suspects.length > 0 || [...this.#flying.values()].some((call) => call.attempts > 1)
    return suspect ? 1 : this.#parallel
  }

  /** A process that dies while loading is started once more. */
  async #startTwice(): Promise<void> {
    try {
      await this.#startProcess().catch(async (error: unknown) => {
        if (!(error instanceof Fault && error.code === 'engine.died') || this.#closed) throw error
        await this.#startProcess()
      })
    } catch (error) {
      // A native abort while loading is a fault of the model's files, not of the engine.
      if (error instanceof Fault && error.code === 'engine.died') {
        throw new Fault('model.load-failed', {}, error.detail, error)
      }
      throw error
    } finally {
      this.#starting = null
    }
  }

  async #startProcess(): Promise<void> {
    const answers = new Map<number, (reply: EngineReply) => void>()
    const process = new EngineProcess(this.#startEngine, (reply) => {
      if (reply.kind === 'ready') return
      const loading = answers.get(reply.number)
      if (loading) loading(reply)
      else this.#takeReply(reply)
    })
    this.#process = process
    this.#decodes = 0
    this.#isSetUp = false
    void process.ended.then((end) => this.#onEnd(process, end.detail))
    try {
      await process.ready
      const load = async (request: EngineRequest): Promise<void> => {
        const number = this.#number++
        const timer = setTimeout(() => process.kill(), LOADING_TIMEOUT_MS)
        const reply = await new Promise<EngineReply>((resolve, reject) => {
          answers.set(number, resolve)
          void process.ended.then((end) => reject(new Fault('engine.died', {}, end.detail)))
          process.send(number, request, currentMeter())
        }).finally(() => clearTimeout(timer))
        answers.delete(number)
        if (reply.kind === 'failed') throw new Fault('model.load-failed', {}, reply.detail)
      }
      // Requests run in parallel: a recognizer loads on a separate thread, alongside the others.
      this.#isSetUp = true
      await Promise.all(this.#setUp.map(load))
    } catch (error) {
      process.kill()
      this.#process = null
      throw error
    }
  }

  #takeReply(reply: Exclude<EngineReply, { kind: 'ready' }>): void {
    const call = this.#flying.get(reply.number)
    if (!call) return
    this.#flying.delete(reply.number)
    if (reply.kind === 'done') {
      this.#watchdog.learn(call.soundSeconds, (performance.now() - call.sent.atMs) / 1000)
      call.resolve(reply.result)
    } else call.reject(new Fault('engine.failed', {}, reply.detail))
    if (this.#flying.size === 0) this.#process?.hold(false)
    this.#pump()
  }

  #onEnd(process: EngineProcess, detail: string): void {
    if (this.#process !== process || this.#closed) return
    this.#process = null
    this.#isReplacing = false
    const code = this.#silent ? 'engine.silent' : 'engine.died'
    this.#silent = false
    const flying = [...this.#flying.values()]
    this.#flying.clear()
    for (const call of flying) {
      if (call.attempts >= MAX_ATTEMPTS) call.reject(new Fault(code, {}, detail))
      else this.#suspects.push(call)
    }
    this.#pump()
  }

  #watch(): void {
    const now = performance.now()
    for (const call of this.#flying.values()) {
      const limit = this.#watchdog.timeoutSeconds(call.soundSeconds)
      if ((now - call.seen.atMs) / 1000 <= limit) continue
      const used = this.#used()
      if (isKeptWaiting(limit, call.sent, call.seen, used)) {
        call.seen = used
        continue
      }
      this.#silent = true
      this.#process?.kill()
      return
    }
  }

  #used(): Used {
    const pid = this.pid
    return { atMs: performance.now(), cpuMs: pid === undefined ? null : this.#cpuMsOf(pid) }
  }

  #refuseAll(error: unknown): void {
    const fault = error instanceof Fault ? error : new Fault('internal', {}, String(error), error)
    for (const call of [...this.#suspects.splice(0), ...this.#waiting.splice(0)]) call.reject(fault)
  }
}
