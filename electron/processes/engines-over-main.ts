import type { MessagePortMain } from 'electron'
import type { EngineListener, StartEngine } from '#studio/engine-link/engine-child'
import type { EngineNews, EngineWish } from './studio-messages.ts'

interface Engine {
  readonly ears: EngineListener
  /** Messages sent before the port is available. */
  readonly early: unknown[]
  pid: number | undefined
  port: MessagePortMain | null
}

/** For a studio that cannot start processes: requests engines from the main process and talks to them over ports. */
export class EnginesOverMain {
  readonly #wish: (wish: EngineWish) => void
  readonly #engines = new Map<number, Engine>()
  #last = 0

  constructor(wish: (wish: EngineWish) => void) {
    this.#wish = wish
  }

  readonly start: StartEngine = (ears) => {
    this.#last += 1
    const number = this.#last
    const engine: Engine = { ears, early: [], pid: undefined, port: null }
    this.#engines.set(number, engine)
    this.#wish({ kind: 'start-engine', engine: number })
    return {
      get pid() {
        return engine.pid
      },
      send: (message) => {
        if (engine.port === null) engine.early.push(message)
        else engine.port.postMessage(message)
      },
      kill: () => this.#wish({ kind: 'kill-engine', engine: number }),
      // The channel to the main process already keeps this process running.
      hold: () => undefined,
    }
  }

  hear(news: EngineNews, [port]: readonly MessagePortMain[]): void {
    const engine = this.#engines.get(news.engine)
    if (engine === undefined) return
    switch (news.kind) {
      case 'engine-started':
        engine.pid = news.pid
        if (port === undefined) throw new Error('an engine came without its port')
        engine.port = port
        port.on('message', ({ data }) => engine.ears.message(data))
        port.start()
        for (const message of engine.early.splice(0)) port.postMessage(message)
        return
      case 'engine-stderr':
        engine.ears.stderr(news.text)
        return
      case 'engine-ended':
        this.#engines.delete(news.engine)
        engine.port?.close()
        engine.ears.ended(news.how)
    }
  }
}
