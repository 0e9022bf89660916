import { MessageChannelMain, type MessagePortMain } from 'electron'
import type { ChildEvent, ChildKind } from './studio-messages.ts'
import { startUtility } from './utility-child.ts'

const NAMES: Readonly<Record<ChildKind, string>> = { engine: 'Parolo engine', drive: 'Parolo drive' }

/** Starts the studio's child processes as utility processes, each connected to it by its own port. */
export class ChildHost {
  readonly #entries: Readonly<Record<ChildKind, string>>
  readonly #report: (event: ChildEvent, port?: MessagePortMain) => void
  /** Functions that kill them, by the studio's numbers. */
  readonly #running = new Map<number, () => void>()

  constructor(
    entries: Readonly<Record<ChildKind, string>>,
    report: (event: ChildEvent, port?: MessagePortMain) => void,
  ) {
    this.#entries = entries
    this.#report = report
  }

  start(number: number, runs: ChildKind): void {
    const { kill } = startUtility(this.#entries[runs], NAMES[runs], {
      spawned: (child) => {
        const { port1, port2 } = new MessageChannelMain()
        child.postMessage(null, [port1])
        this.#report({ kind: 'child-started', number, pid: child.pid }, port2)
      },
      stderr: (text) => this.#report({ kind: 'child-stderr', number, text }),
      ended: (how) => {
        // No notice is sent if it was removed with its studio.
        if (this.#running.delete(number)) this.#report({ kind: 'child-ended', number, how })
      },
    })
    this.#running.set(number, kill)
  }

  kill(number: number): void {
    this.#running.get(number)?.()
  }

  killAll(): void {
    const all = [...this.#running.values()]
    this.#running.clear()
    for (const kill of all) kill()
  }
}
