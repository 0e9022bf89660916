import type { MessagePortMain } from 'electron'
import type { SoundToPage } from '#contracts/sound-wire'
import type { ToStudio } from './studio-messages.ts'

/**
 * Relays the sound of pages to the studio's process, and its answers back; each port of a page is a channel.
 */
export class SoundRelay {
  readonly #send: (message: ToStudio) => void
  readonly #ports = new Map<number, MessagePortMain>()
  #last = 0

  constructor(send: (message: ToStudio) => void) {
    this.#send = send
  }

  add(port: MessagePortMain): void {
    this.#last += 1
    const channel = this.#last
    this.#ports.set(channel, port)
    port.on('message', ({ data }) => this.#send({ kind: 'sound', channel, message: data as unknown }))
    port.on('close', () => {
      if (this.#ports.delete(channel)) this.#send({ kind: 'sound-closed', channel })
    })
    port.start()
  }

  receive(channel: number, message: SoundToPage): void {
    this.#ports.get(channel)?.postMessage(message)
  }

  /** The studio's process has ended: pages are notified (`onStudio`) and open new ports when it is back. */
  drop(): void {
    const ports = [...this.#ports.values()]
    this.#ports.clear()
    for (const port of ports) port.close()
  }
}
