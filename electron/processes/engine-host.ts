import { MessageChannelMain, type MessagePortMain } from 'electron'
import type { EngineEvent } from './studio-messages.ts'
import { startUtility } from './utility-child.ts'

/** Starts engines in utility processes for the studio, each connected to it by its own port. */
export class EngineHost {
  readonly #entry: string
  readonly #report: (event: EngineEvent, port?: MessagePortMain) => void
  /** Functions that kill the engines, by the studio's numbers. */
  readonly #running = new Map<number, () => void>()

  constructor(entry: string, report: (event: EngineEvent, port?: MessagePortMain) => void) {
    this.#entry = entry
    this.#report = report
  }

  start(engine: number): void {
    const { kill } = startUtility(this.#entry, 'Parolo engine', {
      spawned: (child) => {
        const { port1, port2 } = new MessageChannelMain()
        child.postMessage(null, [port1])
        this.#report({ kind: 'engine-started', engine, pid: child.pid }, port2)
      },
      stderr: (text) => this.#report({ kind: 'engine-stderr', engine, text }),
      ended: (how) => {
        // No notice is sent if the engine was removed with its studio.
        if (this.#running.delete(engine)) this.#report({ kind: 'engine-ended', engine, how })
      },
    })
    this.#running.set(engine, kill)
  }

  kill(engine: number): void {
    this.#running.get(engine)?.()
  }

  killAll(): void {
    const all = [...this.#running.values()]
    this.#running.clear()
    for (const kill of all) kill()
  }
}
