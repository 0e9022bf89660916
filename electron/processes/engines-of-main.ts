import { MessageChannelMain, type MessagePortMain } from 'electron'
import type { EngineNews } from './studio-messages.ts'
import { startUtility } from './utility-child.ts'

/** Engines that main starts in utility processes, each joined to the studio by a port of its own. */
export class EnginesOfMain {
  readonly #entry: string
  readonly #tell: (news: EngineNews, port?: MessagePortMain) => void
  /** What kills them, by the studio's numbers. */
  readonly #running = new Map<number, () => void>()

  constructor(entry: string, tell: (news: EngineNews, port?: MessagePortMain) => void) {
    this.#entry = entry
    this.#tell = tell
  }

  start(engine: number): void {
    const { kill } = startUtility(this.#entry, 'Parolo engine', {
      spawned: (child) => {
        const { port1, port2 } = new MessageChannelMain()
        child.postMessage(null, [port1])
        this.#tell({ kind: 'engine-started', engine, pid: child.pid }, port2)
      },
      stderr: (text) => this.#tell({ kind: 'engine-stderr', engine, text }),
      ended: (how) => {
        // Nobody is told any more once the studio is gone.
        if (this.#running.delete(engine)) this.#tell({ kind: 'engine-ended', engine, how })
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
