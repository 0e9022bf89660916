import { type ChildProcess, fork } from 'node:child_process'
import { Fault } from '#contracts/errors'
import { EngineReply, type EngineRequest } from '#contracts/engine'
import { entryLocation } from '../entry-location.ts'

/** How many last lines of an engine's stderr are kept: the cause of a death stands at the end. */
const STDERR_LINES = 40
const READY_MS = 30_000

/** Why an engine process ended, as far as it can be told. */
export interface EngineEnd {
  readonly reason: 'died' | 'killed'
  readonly detail: string
}

/**
 * One engine child: starts it, waits for `ready`, carries messages, keeps the last lines of stderr.
 * It knows nothing of retries: `EngineLink` does that.
 */
export class EngineProcess {
  readonly #child: ChildProcess
  readonly #stderr: string[] = []
  #stderrRest = ''
  #killed = false
  readonly ready: Promise<void>
  /** Resolves once, when the process is gone. */
  readonly ended: Promise<EngineEnd>

  /** `entry`: the module that the child runs. */
  constructor(onReply: (reply: EngineReply) => void, entry = entryLocation('engine/index.ts', 'engine')) {
    this.#child = fork(entry, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // Inside Electron the program that runs us is no Node until it is told to be one.
      env: process.versions.electron ? { ...process.env, ELECTRON_RUN_AS_NODE: '1' } : process.env,
    })
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => this.#keepStderr(text))
    let settleReady: { resolve: () => void; reject: (fault: Fault) => void }
    this.ready = new Promise<void>((resolve, reject) => (settleReady = { resolve, reject }))
    // Every caller awaits `ready` again; this keeps Node from calling an early death unhandled.
    this.ready.catch(() => undefined)
    const timer = setTimeout(() => this.kill(), READY_MS)
    this.#child.on('message', (message) => {
      const checked = EngineReply.safeParse(message)
      if (!checked.success) {
        // Not our engine, or memory gone wrong: its end settles what waits for it.
        this.#keepStderr(`unreadable message: ${checked.error.message}\n`)
        this.kill()
        return
      }
      const reply = checked.data
      if (reply.kind === 'ready') {
        clearTimeout(timer)
        settleReady.resolve()
      } else onReply(reply)
    })
    this.ended = new Promise((resolve) => {
      const end = (detail: string) => {
        clearTimeout(timer)
        const tail = [...this.#stderr, this.#stderrRest].filter((line) => line !== '').join('\n')
        const whole = tail === '' ? detail : `${detail}\n${tail}`
        settleReady.reject(new Fault('engine.died', {}, whole))
        resolve({ reason: this.#killed ? 'killed' : 'died', detail: whole })
      }
      this.#child.on('error', (error) => end(error.message))
      // 'close' comes after the last of stderr was read, 'exit' before.
      this.#child.on('close', (code, signal) => end(signal ? `signal ${signal}` : `exit ${code}`))
    })
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  send(number: number, request: EngineRequest): void {
    // A send to a dying process fails; `ended` tells of it.
    this.#child.send({ number, request }, () => undefined)
  }

  kill(): void {
    this.#killed = true
    // Whoever waits for `ended` must not run out of events before it comes.
    this.hold(true)
    this.#child.kill('SIGKILL')
  }

  /** Keeps the parent's event loop alive only while work is awaited. */
  hold(held: boolean): void {
    if (held) {
      this.#child.ref()
      this.#child.channel?.ref()
    } else {
      this.#child.unref()
      this.#child.channel?.unref()
    }
  }

  #keepStderr(text: string): void {
    const lines = (this.#stderrRest + text).split('\n')
    this.#stderrRest = (lines.pop() ?? '').slice(-2000)
    this.#stderr.push(...lines.map((line) => line.slice(0, 500)))
    this.#stderr.splice(0, this.#stderr.length - STDERR_LINES)
  }
}
