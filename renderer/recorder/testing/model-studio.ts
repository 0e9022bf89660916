import type { CallInput, CallName, CallOutput } from '#contracts/calls/calls'
import type { SoundToPage } from '#contracts/sound-wire'
import type { SoundBlock } from '#core/recording/block'
import { blockFromBytes } from '#core/recording/block-bytes'
import { Timeline } from '#core/recording/timeline'
import { CallFailed } from '../../rpc/call-failed.ts'
import type { ConnectSound, SoundListeners } from '../../rpc/sound-connection.ts'
import type { StudioClient } from '../../rpc/studio-client.ts'

const CALL_MS = 200

/** The result of a block. */
interface Placed {
  readonly block: SoundBlock
  /** On the recording's clock as the studio knew it then; null: it was ignored, as in a pause. */
  readonly frame: number | null
}

interface Part {
  readonly first: number
  readonly atMs: number
  readonly timeline: Timeline
  /** By number. */
  readonly received: Map<number, Placed>
  /** Everything before it is on disk. */
  safe: number
  isOpen: boolean
}

/**
 * A studio for one source that can be killed, be unreachable, close recordings and fail, and never loses what
 * it reported as safe.
 */
export class ModelStudio {
  readonly parts: Part[] = []
  isUp = true
  /** Starting a recording fails permanently, as on a full disk. */
  isFull = false
  /**
   * State of the disk: with `fails` nothing can be written; `kept`: what was sent is stored elsewhere, and
   * joined after Stop.
   */
  disk: 'works' | 'kept' | 'fails' = 'works'
  /** The channel reports neither what is on disk nor that a recording has ended. */
  isSilent = false
  /** The answer to Stop is lost with the connection. */
  losesStop = false
  #listeners: SoundListeners | null = null
  #attached: Part | null = null

  /** All blocks that its recordings are certain to have. */
  get kept(): readonly number[] {
    return this.parts.flatMap((part) => placedIn(part).map(({ block }) => block.sequence))
  }

  /** SIGKILL: what is not on disk is lost. */
  kill(): void {
    this.isUp = false
    for (const part of this.parts)
      for (const sequence of part.received.keys()) if (sequence >= part.safe) part.received.delete(sequence)
    this.lose()
  }

  lose(): void {
    const listeners = this.#listeners
    this.#listeners = null
    this.#attached = null
    listeners?.onClose()
  }

  /** It was unreachable for too long: it takes no more sound for what it had. */
  close(): void {
    for (const part of this.parts) part.isOpen = false
    this.lose()
  }

  sync(): void {
    const part = this.#attached
    if (part === null || this.disk !== 'works') return
    advance(part)
    if (!this.isSilent) this.#tell({ kind: 'safe', sources: safeOf(part) })
  }

  /** Ends all failures. */
  mend(): void {
    this.isUp = true
    this.isFull = false
    this.disk = 'works'
    this.isSilent = false
    this.losesStop = false
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
          if (part !== undefined) this.#tell({ kind: 'safe', sources: safeOf(part) })
          this.#tell({ kind: 'refused', error: { code: 'recorder.unknown', message: 'unknown' } })
          return
        }
        this.#attached = part
        this.#tell({ kind: 'attached', isPaused: false, sources: safeOf(part) })
      },
      sendBytes: (bytes) => {
        const block = blockFromBytes(bytes)
        const part = this.#attached
        if (!isCurrent() || block === null || part?.isOpen !== true || part.received.has(block.sequence))
          return
        const isKept = part.timeline.keptPart(block.atMs, block.samples.length) !== null
        part.received.set(block.sequence, { block, frame: isKept ? part.timeline.frameAt(block.atMs) : null })
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
      // Calls are slower than sound, which has its own channel.
      await new Promise((resolve) => setTimeout(resolve, CALL_MS))
      if (!this.isUp) throw failure('connection.lost')
      const answer = this.#answer(name, input as never) as CallOutput<Name>
      if (name !== 'recorder.stop' || !this.losesStop) return answer
      this.lose()
      throw failure('connection.lost')
    },
  }

  #answer(name: CallName, input: CallInput<'recorder.start'> & CallInput<'recorder.stop'>): unknown {
    if (name === 'recorder.start') {
      if (this.isFull) throw failure('disk.full')
      if (this.disk !== 'works') throw failure('disk.failed')
      const first = input.firstSequences?.[0] ?? 0
      const { atMs } = input
      this.parts.push({
        first,
        atMs,
        timeline: new Timeline(atMs),
        received: new Map(),
        safe: first,
        isOpen: true,
      })
      return { runningId: String(this.parts.length - 1) }
    }
    if (name === 'recorder.running')
      return this.parts.flatMap(({ isOpen, received, safe }, index) =>
        isOpen
          ? [
              {
                runningId: String(index),
                sources: [{ nextSequence: Math.max(safe, ...received.keys()) + 1 }],
              },
            ]
          : [],
      )
    const part = this.parts[Number(input.runningId)]
    if (part?.isOpen !== true) throw failure('recorder.unknown')
    if (name === 'recorder.pause' || name === 'recorder.resume') {
      part.timeline[name === 'recorder.pause' ? 'pause' : 'resume'](input.atMs)
      return {}
    }
    this.#end(part, input.atMs, 'asked')
    return { sources: safeOf(part), atMs: input.atMs }
  }

  #end(part: Part, atMs: number, reason: string): void {
    if (this.disk !== 'fails') advance(part)
    part.isOpen = false
    if (this.#attached !== part || this.isSilent) return
    this.#tell({ kind: 'safe', sources: safeOf(part) })
    this.#tell({ kind: 'stopped', reason, atMs })
  }

  #tell(message: SoundToPage): void {
    this.#listeners?.onMessage(message)
  }
}

function advance(part: Part): void {
  while (part.received.has(part.safe)) part.safe += 1
}

/** The blocks that a recording is certain to have. */
export function placedIn({ received, safe }: Part) {
  return [...received.values()].flatMap(({ block, frame }) =>
    frame === null || block.sequence >= safe ? [] : [{ block, frame }],
  )
}

const safeOf = ({ safe }: Part) => [{ source: 0, sequence: safe, frames: safe }]

const failure = (code: 'connection.lost' | 'recorder.unknown' | 'disk.full' | 'disk.failed'): CallFailed =>
  new CallFailed({ code, message: code })
