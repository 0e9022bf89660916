import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { RawReply, RawResult, RawTask } from './tasks.ts'

/** A running raw engine, in a separate process as native code can abort. One task at a time; others wait. */
export class RawProcess {
  readonly #child: ChildProcess
  #last: Promise<unknown> = Promise.resolve()

  constructor() {
    this.#child = fork(fileURLToPath(new URL('./raw-engine.ts', import.meta.url)), [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  /** Throws what sherpa threw, or that its process ended. */
  run<Task extends RawTask>(task: Task): Promise<RawResult<Task['kind']>> {
    const result = this.#last.then(() => this.#runAlone(task))
    this.#last = result.catch(() => undefined)
    return result
  }

  #runAlone<Task extends RawTask>(task: Task): Promise<RawResult<Task['kind']>> {
    return new Promise((resolve, reject) => {
      const onExit = (): void => reject(new Error(`the raw engine ended while it worked on "${task.kind}"`))
      this.#child.once('exit', onExit)
      this.#child.once('message', (reply: RawReply) => {
        this.#child.off('exit', onExit)
        if (reply.kind === 'done') resolve(reply.result as RawResult<Task['kind']>)
        else reject(new Error(reply.detail))
      })
      this.#child.send(task)
    })
  }

  async close(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const ended = once(this.#child, 'exit')
    if (this.#child.connected) this.#child.disconnect()
    await ended
  }
}
