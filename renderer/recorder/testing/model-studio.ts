import type { CallInput, CallName, CallOutput } from '#contracts/calls/calls'
import type { SoundToPage } from '#contracts/sound-wire'
import { blockFromBytes } from '#core/recording/block-bytes'
import { CallFailed } from '../../rpc/call-failed.ts'
import type { ConnectSound, SoundListeners } from '../../rpc/sound-connection.ts'
import type { StudioClient } from '../../rpc/studio-client.ts'

interface Part {
  readonly first: number
  readonly received: Set<number>
  /** All before it is on disk. */
  safe: number
  isOpen: boolean
}

/** A studio for one source that can be killed, be away, close recordings and fail, and never loses what it called safe. */
export class ModelStudio {
  readonly parts: Part[] = []
  isUp = true
  /** Starting a recording fails for good, as on a full disk. */
  isFull = false
  #listeners: SoundListeners | null = null
  #attached: Part | null = null

  /** All blocks that it has for certain. */
  get kept(): ReadonlySet<number> {
    return new Set(
      this.parts.flatMap(({ received, safe }) => [...received].filter((sequence) => sequence < safe)),
    )
  }

  /** SIGKILL: what is not on disk is gone. */
  kill(): void {
    this.isUp = false
    for (const part of this.parts)
      for (const sequence of part.received) if (sequence >= part.safe) part.received.delete(sequence)
    this.lose()
  }

  lose(): void {
    const listeners = this.#listeners
    this.#listeners = null
    this.#attached = null
    listeners?.onClose()
  }

  /** It was away too long: it takes no more sound for what it had. */
  close(): void {
    for (const part of this.parts) part.isOpen = false
    this.lose()
  }

  sync(): void {
    const part = this.#attached
    if (part === null) return
    while (part.received.has(part.safe)) part.safe += 1
    this.#tell({ kind: 'safe', sources: [{ source: 0, sequence: part.safe, frames: part.safe }] })
  }

  /** Another window stops it, or its disk is full. */
  stopByItself(atMs: number, reason: string): void {
    const part = this.#attached
    if (part !== null) this.#end(part, atMs, reason)
  }

  readonly connect: ConnectSound = (listeners) => {
    queueMicrotask(() => {
      if (!this.isUp) listeners.onClose()
      else {
        this.#listeners = listeners
        listeners.onOpen()
      }
    })
    const isCurrent = (): boolean => this.#listeners === listeners
    return {
      send: ({ runningId }) => {
        const part = this.parts[Number(runningId)]
        if (!isCurrent()) return
        if (part?.isOpen !== true) {
          this.#tell({ kind: 'refused', error: { code: 'recorder.unknown', message: 'unknown' } })
          return
        }
        this.#attached = part
        const sources = [{ source: 0, sequence: part.safe, frames: part.safe }]
        this.#tell({ kind: 'attached', isPaused: false, sources })
      },
      sendBytes: (bytes) => {
        const block = blockFromBytes(bytes)
        if (isCurrent() && block !== null) this.#attached?.received.add(block.sequence)
      },
      bufferedBytes: 0,
      close: () => {
        if (!isCurrent()) return
        this.#listeners = null
        this.#attached = null
      },
    }
  }

  readonly client: StudioClient = {
    connection: 'connected',
    onEvent: () => () => undefined,
    onConnection: () => () => undefined,
    call: async <Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> => {
      await Promise.resolve()
      if (!this.isUp) throw failure('connection.lost')
      return this.#answer(name, input as never) as CallOutput<Name>
    },
  }

  #answer(name: CallName, input: CallInput<'recorder.start'> & CallInput<'recorder.stop'>): unknown {
    if (name === 'recorder.start') {
      if (this.isFull) throw failure('disk.full')
      const first = input.firstSequences?.[0] ?? 0
      this.parts.push({ first, received: new Set(), safe: first, isOpen: true })
      return { runningId: String(this.parts.length - 1) }
    }
    if (name === 'recorder.running')
      return this.parts.flatMap(({ isOpen, received, safe }, index) =>
        isOpen
          ? [{ runningId: String(index), sources: [{ nextSequence: Math.max(safe, ...received) + 1 }] }]
          : [],
      )
    const part = this.parts[Number(input.runningId)]
    if (part?.isOpen !== true) throw failure('recorder.unknown')
    this.#end(part, input.atMs, 'asked')
    return {}
  }

  #end(part: Part, atMs: number, reason: string): void {
    while (part.received.has(part.safe)) part.safe += 1
    part.isOpen = false
    if (this.#attached !== part) return
    this.#tell({ kind: 'safe', sources: [{ source: 0, sequence: part.safe, frames: part.safe }] })
    this.#tell({ kind: 'stopped', reason, atMs })
  }

  #tell(message: SoundToPage): void {
    this.#listeners?.onMessage(message)
  }
}

const failure = (code: 'connection.lost' | 'recorder.unknown' | 'disk.full'): CallFailed =>
  new CallFailed({ code, message: code })
