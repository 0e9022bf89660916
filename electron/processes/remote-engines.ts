import type { MessagePortMain } from 'electron'
import type { EngineListener, StartEngine } from '#studio/engine-link/engine-child'
import type { EngineEvent, EngineCommand } from './studio-messages.ts'

interface Engine {
  readonly listener: EngineListener
  /** Messages sent before the port is available. */
  readonly early: unknown[]
  pid: number | undefined
  port: MessagePortMain | null
}

/** For a studio that cannot start processes: requests engines from the main process and talks to them over ports. */
export class RemoteEngines {
  readonly #send: (command: EngineCommand) => void
  readonly #engines = new Map<number, Engine>()
  #last = 0

  constructor(send: (command: EngineCommand) => void) {
    this.#send = send
  }

  readonly start: StartEngine = (listener) => {
    this.#last += 1
    const number = this.#last
    const engine: Engine = { listener, early: [], pid: undefined, port: null }
    this.#engines.set(number, engine)
    this.#send({ kind: 'start-engine', engine: number })
    return {
      get pid() {
        return engine.pid
      },
      send: (message) => {
        if (engine.port === null) engine.early.push(message)
        else engine.port.postMessage(message)
      },
      kill: () => this.#send({ kind: 'kill-engine', engine: number }),
      // The channel to the main process already keeps this process running.
      hold: () => undefined,
    }
  }

  receive(event: EngineEvent, [port]: readonly MessagePortMain[]): void {
    const engine = this.#engines.get(event.engine)
    if (engine === undefined) return
    switch (event.kind) {
      case 'engine-started':
        engine.pid = event.pid
        if (port === undefined) throw new Error('an engine came without its port')
        engine.port = port
        port.on('message', ({ data }) => engine.listener.message(data))
        port.start()
        for (const message of engine.early.splice(0)) port.postMessage(message)
        return
      case 'engine-stderr':
        engine.listener.stderr(event.text)
        return
      case 'engine-ended':
        this.#engines.delete(event.engine)
        engine.port?.close()
        engine.listener.ended(event.how)
    }
  }
}
