import type { SafeSources, SoundFromPage, SoundToPage } from '#contracts/sound-wire'
import type { ProgramLanguage } from '#core/messages/messages'
import type { BlockQueue } from './block-queue.ts'
import type { KeptBlock } from './kept-block.ts'
import type { ConnectSound, SoundConnection } from '../../rpc/sound-connection.ts'

const RETRY_MS = [250, 500, 1_000, 2_000, 3_000] as const
/** No more is passed to the connection at once, as it is lost with it. */
const MAX_BUFFERED = 1024 * 1024

export type LiveNews = Extract<SoundToPage, { kind: 'live' }>

export type LinkNews = Extract<
  SoundToPage,
  { kind: 'disk-low' | 'missing' | 'failing' | 'stopped' | 'refused' }
>

export interface SoundLinkOptions {
  readonly language: () => ProgramLanguage
  readonly queue: BlockQueue
  readonly connect: ConnectSound
  /** The kept blocks, from which a restarted studio continues. */
  readonly kept: () => SoundFromPage['kept']
  /** Whether the recording knows everything needed before it receives sound; call `goOn` once it does. */
  readonly mayGive: () => boolean
  readonly onConnected: (isConnected: boolean) => void
  readonly onSafe: (sources: SafeSources) => void
  /** How much of the live text was already received. */
  readonly hasLive: (runningId: string) => SoundFromPage['has']
  readonly onLive: (runningId: string, news: LiveNews) => void
  readonly onNews: (news: LinkNews) => void
  readonly onError: (error: unknown) => void
}

/**
 * Sends blocks to the attached recording, reconnects when the connection is lost, and sends again what is not
 * on disk.
 */
export class SoundLink {
  readonly #options: SoundLinkOptions
  #connection: SoundConnection | null = null
  #isAttached = false
  /** The disk is slow: no more is sent than is captured. */
  #isWaiting = false
  #isSending = false
  #tries = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  /** The attached recording; null: none. */
  #runningId: string | null = null

  constructor(options: SoundLinkOptions) {
    this.#options = options
  }

  /** From now on sound is sent to this recording, over a new connection. */
  attach(runningId: string): void {
    this.detach()
    this.#runningId = runningId
    this.#connect(runningId)
  }

  /** Stops sending. */
  detach(): void {
    clearTimeout(this.#timer)
    const connection = this.#connection
    this.#runningId = null
    this.#connection = null
    this.#isAttached = false
    this.#isWaiting = false
    connection?.close()
  }

  /** The connection is unusable: another one is opened after a while. */
  reconnect(): void {
    const connection = this.#connection
    if (connection === null) return
    this.#lost()
    connection.close()
  }

  /** Sends what is waiting. */
  goOn(): void {
    void this.#send()
  }

  add(block: KeptBlock): void {
    this.#options.queue.add(block)
    void this.#send(1)
  }

  #connect(runningId: string): void {
    const { language, hasLive, kept, connect } = this.#options
    const connection = connect({
      onOpen: () =>
        connection.send({
          kind: 'attach',
          runningId,
          language: language(),
          has: hasLive(runningId),
          kept: kept(),
        }),
      onMessage: (message) => {
        if (this.#connection === connection) this.#receive(message)
      },
      onClose: () => {
        if (this.#connection === connection) this.#lost()
      },
    })
    this.#connection = connection
  }

  #lost(): void {
    const runningId = this.#runningId
    this.#connection = null
    this.#isAttached = false
    this.#isWaiting = false
    if (runningId === null) return
    this.#options.onConnected(false)
    const delay = RETRY_MS[Math.min(this.#tries, RETRY_MS.length - 1)]
    this.#timer = setTimeout(() => this.#connect(runningId), delay)
    this.#tries += 1
  }

  #receive(message: SoundToPage): void {
    const { queue, onConnected, onSafe, onLive, onNews } = this.#options
    if (message.kind === 'attached' || message.kind === 'safe') {
      for (const { source, sequence } of message.sources) queue.acknowledge(source, sequence)
      if (message.kind === 'attached') {
        this.#tries = 0
        this.#isAttached = true
        queue.rewind()
        onConnected(true)
      }
      onSafe(message.sources)
      void this.#send()
    } else if (message.kind === 'wait') this.#isWaiting = true
    else if (message.kind === 'go-on') {
      this.#isWaiting = false
      void this.#send()
    } else if (message.kind === 'live') {
      if (this.#runningId !== null) onLive(this.#runningId, message)
    } else onNews(message)
  }

  /**
   * Sends what is waiting, at most `most` while the disk is slow; continues with the next acknowledgement or
   * block.
   */
  async #send(most = 0): Promise<void> {
    if (this.#isSending || !this.#isAttached) return
    this.#isSending = true
    try {
      const { queue } = this.#options
      let sent = 0
      while (this.#mayGoOn(sent, most)) {
        const connection = this.#connection
        const blocks = await queue.take()
        if (blocks.length === 0 && !queue.hasUnsent) return
        // Sent over a connection that was lost meanwhile: the next one starts over.
        if (connection === null || connection !== this.#connection) return
        for (const { bytes } of blocks) connection.sendBytes(bytes)
        sent += 1
      }
    } catch (error) {
      this.#options.onError(error)
    } finally {
      this.#isSending = false
    }
  }

  #mayGoOn(sent: number, most: number): boolean {
    if (!this.#isAttached || !this.#options.mayGive()) return false
    if ((this.#connection?.bufferedBytes ?? Infinity) > MAX_BUFFERED) return false
    return !this.#isWaiting || sent < most
  }
}
