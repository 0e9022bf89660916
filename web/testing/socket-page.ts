import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { CallInput, CallName, CallOutput } from '#contracts/calls/calls'
import type { StudioEvent } from '#contracts/events'
import { ToPage } from '#contracts/wire'
import { enter, enterBySocket } from './enter.ts'

/** A page connected by WebSocket, as a browser would be. */
export class SocketPage {
  readonly socket: WebSocket
  readonly events: StudioEvent[] = []
  readonly #waiting = new Map<number, (message: Exclude<ToPage, { kind: 'events' }>) => void>()
  readonly #looks = new Set<() => void>()
  #lastNumber = 0

  private constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (data: Buffer) => {
      const message = ToPage.parse(JSON.parse(data.toString('utf8')))
      if (message.kind === 'events') {
        this.events.push(...message.events)
        for (const look of this.#looks) look()
      } else this.#waiting.get(message.number)?.(message)
    })
    onTestFinished(() => socket.terminate())
  }

  static async open(port: number, token: string): Promise<SocketPage> {
    const origin = `http://127.0.0.1:${port}`
    const secret = await enter(port, token)
    const socket = new WebSocket(`ws://127.0.0.1:${port}/rpc`, { headers: { Origin: origin } })
    await enterBySocket(socket, secret)
    return new SocketPage(socket)
  }

  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
    this.#lastNumber += 1
    const number = this.#lastNumber
    return new Promise<CallOutput<Name>>((resolve, reject) => {
      this.#waiting.set(number, (message) => {
        if (message.kind === 'done') resolve(message.output as CallOutput<Name>)
        else reject(new Error(`${message.error.code}: ${message.error.message}`))
      })
      this.socket.send(JSON.stringify({ kind: 'call', number, name, input, language: 'en' }))
    })
  }

  watch(since: number | null = null): void {
    this.socket.send(JSON.stringify({ kind: 'watch', since }))
  }

  event(fits: (event: StudioEvent) => boolean): Promise<StudioEvent> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.events.find(fits)
        if (found !== undefined) resolve(found)
      }
      this.#looks.add(look)
      look()
    })
  }
}
