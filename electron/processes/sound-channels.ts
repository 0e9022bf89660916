import type { SoundToPage } from '#contracts/sound-wire'
import type { SoundChannel } from '#studio/recording/sound-channel'
import type { StudioService } from '#studio/service'

/** The sound channels of pages in the studio's process, by the numbers of the main process. */
export class SoundChannels {
  readonly #service: Pick<StudioService, 'openSoundChannel'>
  readonly #send: (channel: number, message: SoundToPage) => void
  readonly #channels = new Map<number, SoundChannel>()

  constructor(
    service: Pick<StudioService, 'openSoundChannel'>,
    send: (channel: number, message: SoundToPage) => void,
  ) {
    this.#service = service
    this.#send = send
  }

  /** An invalid message, which no page of ours sends, closes the channel. */
  receive(number: number, message: unknown): void {
    const channel = this.#channel(number)
    const bytes = bytesOf(message)
    const isKnown = bytes === null ? channel.receive(message) : channel.receiveBytes(bytes)
    if (!isKnown) this.close(number)
  }

  close(number: number): void {
    this.#channels.get(number)?.close()
    this.#channels.delete(number)
  }

  #channel(number: number): SoundChannel {
    let channel = this.#channels.get(number)
    if (channel === undefined) {
      channel = this.#service.openSoundChannel((message) => this.#send(number, message))
      this.#channels.set(number, channel)
    }
    return channel
  }
}

/** Null if the message is not binary. */
function bytesOf(message: unknown): Uint8Array | null {
  if (message instanceof Uint8Array) return message
  return message instanceof ArrayBuffer ? new Uint8Array(message) : null
}
