import type { MessagePortMain } from 'electron'
import type { ChildListener, StartChild } from '#studio/processes/child-process'
import type { ChildCommand, ChildEvent, ChildKind } from './studio-messages.ts'

interface RemoteChild {
  readonly listener: ChildListener
  /** Messages sent before the port is available. */
  readonly early: unknown[]
  pid: number | undefined
  port: MessagePortMain | null
}

/** For a studio that cannot start processes: requests them from the main process and talks to them over ports. */
export class RemoteChildren {
  readonly #send: (command: ChildCommand) => void
  readonly #children = new Map<number, RemoteChild>()
  #last = 0

  constructor(send: (command: ChildCommand) => void) {
    this.#send = send
  }

  starter<Message>(runs: ChildKind): StartChild<Message> {
    return (listener) => {
      this.#last += 1
      const number = this.#last
      const child: RemoteChild = { listener, early: [], pid: undefined, port: null }
      this.#children.set(number, child)
      this.#send({ kind: 'start-child', number, runs })
      return {
        get pid() {
          return child.pid
        },
        send: (message) => {
          if (child.port === null) child.early.push(message)
          else child.port.postMessage(message)
        },
        kill: () => this.#send({ kind: 'kill-child', number }),
        // The channel to the main process already keeps this process running.
        hold: () => undefined,
      }
    }
  }

  receive(event: ChildEvent, [port]: readonly MessagePortMain[]): void {
    const child = this.#children.get(event.number)
    if (child === undefined) return
    switch (event.kind) {
      case 'child-started':
        child.pid = event.pid
        if (port === undefined) throw new Error('a child process came without its port')
        child.port = port
        port.on('message', ({ data }) => child.listener.message(data))
        port.start()
        for (const message of child.early.splice(0)) port.postMessage(message)
        return
      case 'child-stderr':
        child.listener.stderr(event.text)
        return
      case 'child-ended':
        this.#children.delete(event.number)
        child.port?.close()
        child.listener.ended(event.how)
    }
  }
}
