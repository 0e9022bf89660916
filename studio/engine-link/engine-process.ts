import { Fault } from '#contracts/errors'
import { EngineReply, type EngineRequest } from '#contracts/engine'
import type { RunMeter } from '../run-cost/run-meter.ts'
import type { EngineChild, StartEngine } from './engine-child.ts'
import { EngineMeter } from './engine-meter.ts'

/** Number of last stderr lines that are kept: the cause of a crash is at the end. */
const STDERR_LINES = 40
/** A busy machine takes long to start a process. */
const READY_MS = 120_000

/** Why an engine process ended, as far as known. */
export interface EngineEnd {
  readonly reason: 'died' | 'killed'
  readonly detail: string
}

/**
 * One engine process: waits for `ready`, validates its messages, keeps the last lines of stderr.
 * Retries are handled by `EngineLink`.
 */
export class EngineProcess {
  readonly #child: EngineChild
  readonly #stderr: string[] = []
  #stderrRest = ''
  #killed = false
  readonly #meter = new EngineMeter()
  readonly ready: Promise<void>
  /** Resolves once, when the process has ended. */
  readonly ended: Promise<EngineEnd>

  constructor(startEngine: StartEngine, onReply: (reply: EngineReply) => void) {
    const ready = Promise.withResolvers<void>()
    const ended = Promise.withResolvers<EngineEnd>()
    this.ready = ready.promise
    this.ended = ended.promise
    // Every caller also awaits `ready`; this avoids an unhandled rejection if the process dies early.
    this.ready.catch(() => undefined)
    const timer = setTimeout(() => this.kill(), READY_MS)
    this.#child = startEngine({
      message: (message) => {
        const checked = EngineReply.safeParse(message)
        if (!checked.success) {
          // Not our engine, or corrupted memory: ending the process rejects the calls in flight.
          this.#keepStderr(`unreadable message: ${checked.error.message}\n`)
          this.kill()
          return
        }
        const reply = checked.data
        if (reply.kind === 'ready') {
          clearTimeout(timer)
          this.#meter.versions = reply.versions
          ready.resolve()
        } else {
          this.#meter.answered(reply)
          onReply(reply)
        }
      },
      stderr: (text) => this.#keepStderr(text),
      ended: (how) => {
        clearTimeout(timer)
        this.#meter.ended()
        const tail = [...this.#stderr, this.#stderrRest].filter((line) => line !== '').join('\n')
        const detail = tail === '' ? how : `${how}\n${tail}`
        ready.reject(new Fault('engine.died', {}, detail))
        ended.resolve({ reason: this.#killed ? 'killed' : 'died', detail })
      },
    })
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  /** `meter`: that of the run for which the request is made. */
  send(number: number, request: EngineRequest, meter: RunMeter | undefined): void {
    this.#meter.asked(number, meter)
    this.#child.send({ number, request })
  }

  kill(): void {
    this.#killed = true
    // The event loop must stay alive until `ended` resolves.
    this.hold(true)
    if (this.#child.pid !== undefined) this.#meter.killing(this.#child.pid)
    this.#child.kill()
  }

  /** Keeps the parent's event loop alive only while work is awaited. */
  hold(held: boolean): void {
    this.#child.hold(held)
  }

  #keepStderr(text: string): void {
    const lines = (this.#stderrRest + text).split('\n')
    this.#stderrRest = (lines.pop() ?? '').slice(-2000)
    this.#stderr.push(...lines.map((line) => line.slice(0, 500)))
    this.#stderr.splice(0, this.#stderr.length - STDERR_LINES)
  }
}
