import type { SoundToPage } from '#contracts/sound-wire'
import type { ProgramLanguage } from '#core/messages/messages'
import { FRAMES_PER_MS, type SoundBlock } from '#core/recording/block'
import { blockFromBytes, blockToBytes } from '#core/recording/block-bytes'
import { CallFailed } from '../../rpc/call-failed.ts'
import type { StudioClient } from '../../rpc/studio-client.ts'
import type { CapturedSound } from '../capture/capture-messages.ts'
import type { SteadyClock } from '#core/recording/steady-clock'
import { BlockQueue } from '../sending/block-queue.ts'
import type { BlockStorage } from '../sending/kept-block.ts'
import { SoundLink, type SafeSources } from '../sending/sound-link.ts'
import { liveTextHas, takeLiveText } from './live-text-store.ts'
import { elapsedMs } from './own-clock.ts'
import { addPeak, forgetPeaks } from './recent-peaks.ts'
import { useRecorderStore } from './recorder-store.ts'
import type { ConnectSound } from '../../rpc/sound-connection.ts'

/** Bytes of a millisecond of one source. */
const BYTES_PER_MS = FRAMES_PER_MS * 2
const LOOK_EVERY_MS = 100
/** The last sound before Stop comes within this. */
const MOST_CAPTURE_WAIT_MS = 1_000

export interface SessionOptions {
  readonly runningId: string
  /** The input of each source. */
  readonly inputs: readonly number[]
  /** The number that the next block of each source has. */
  readonly nextSequences: readonly number[]
  /** Distinguishes this page's count of frames from that of a page before it. */
  readonly run: number
  readonly studio: StudioClient
  readonly language: () => ProgramLanguage
  readonly clock: SteadyClock
  readonly connect: ConnectSound
  readonly storage: BlockStorage | null
  readonly onConnected: (isConnected: boolean) => void
  readonly onSafe: (safeMs: number) => void
  readonly onNews: (news: Extract<SoundToPage, { kind: 'disk-low' | 'stopped' | 'refused' }>) => void
  readonly onError: (error: unknown) => void
}

/** Gives the captured sound of one running recording to its writer, and waits until all of it is on disk. */
export class RecordingSession {
  readonly runningId: string
  readonly #options: SessionOptions
  readonly #queue: BlockQueue
  readonly #link: SoundLink
  readonly #sequences: number[]
  /** Sound from this time on is left out: the recording was stopped. */
  #endMs = Infinity
  /** The last time for which each source has given its sound. */
  readonly #givenUpTo: number[]

  constructor(options: SessionOptions) {
    const { runningId, inputs, nextSequences, storage, onError } = options
    this.runningId = runningId
    this.#options = options
    this.#sequences = [...nextSequences]
    this.#givenUpTo = nextSequences.map(() => -Infinity)
    forgetPeaks(inputs.length)
    this.#queue = new BlockQueue({ storage, onError })
    this.#link = new SoundLink({
      ...options,
      queue: this.#queue,
      onSafe: (sources) => options.onSafe(shortest(sources)),
      hasLive: () => liveTextHas(runningId),
      onLive: (news) => takeLiveText(runningId, news),
    })
  }

  /** Sound that is not on disk yet, as ms of one source. */
  get keptMs(): number {
    return Math.round(this.#queue.keptBytes / BYTES_PER_MS)
  }

  /** Sound that an earlier page stored in the browser and did not send. */
  async takeStored(): Promise<void> {
    await this.#queue.takeStored()
    for (const [source, next] of this.#sequences.entries())
      this.#sequences[source] = Math.max(next, this.#queue.nextAfterStored(source))
  }

  take({ input, samples, firstFrame, endWallMs, peak }: CapturedSound): void {
    const source = this.#options.inputs.indexOf(input)
    if (source === -1) return
    const endMs = this.#options.clock.ofWall(endWallMs)
    const atMs = endMs - samples.length / FRAMES_PER_MS
    this.#givenUpTo[source] = endMs
    if (atMs >= this.#endMs) return
    const clock = useRecorderStore.getState().running?.clock
    if (clock !== undefined && clock.pausedSinceMs === null) addPeak(source, elapsedMs(clock, atMs), peak)
    this.#add({ source, run: this.#options.run, firstFrame, atMs, samples })
  }

  /** Resolves once the studio has all sound up to `atMs`: stopping the recording then puts it on disk. */
  async settle(atMs: number): Promise<void> {
    this.#endMs = atMs
    const { clock } = this.#options
    const isCaptured = (): boolean => this.#givenUpTo.every((upTo) => upTo >= atMs)
    // A source that gives nothing any more is not waited for.
    while (!isCaptured() && clock.now() - atMs < MOST_CAPTURE_WAIT_MS) await pause(LOOK_EVERY_MS)
    while (!this.#queue.isEmpty && !(await this.#isReceived())) await pause(LOOK_EVERY_MS)
  }

  /** What is not on disk, oldest first. */
  async unsafeBlocks(): Promise<readonly SoundBlock[]> {
    this.#queue.rewind()
    const all: SoundBlock[] = []
    while (this.#queue.hasUnsent)
      for (const { bytes } of await this.#queue.take()) {
        const block = blockFromBytes(bytes)
        if (block !== null) all.push(block)
      }
    return all
  }

  /** Takes over the sound of a recording that is no longer running. */
  takeBlocks(blocks: readonly SoundBlock[]): void {
    for (const block of blocks) this.#add(block)
  }

  #add(block: Omit<SoundBlock, 'sequence'>): void {
    const { source } = block
    const sequence = this.#sequences[source] ?? 0
    this.#sequences[source] = sequence + 1
    this.#link.add({ source, sequence, bytes: blockToBytes({ ...block, sequence }) })
  }

  /** Blocks that the studio keeps back until it knows where they belong are not acknowledged, but it has them. */
  async #isReceived(): Promise<boolean> {
    try {
      const cards = await this.#options.studio.call('recorder.running', {})
      const own = cards.find(({ runningId }) => runningId === this.runningId)
      // Not running any more: nothing else can be given to it.
      if (own === undefined) return true
      return own.sources.every(({ nextSequence }, source) => nextSequence >= (this.#sequences[source] ?? 0))
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error
      // The connection is lost: the sound waits for the next one.
      return false
    }
  }

  close(): void {
    this.#endMs = -Infinity
    this.#link.close()
  }
}

/** Length on disk of all sources, in ms. */
function shortest(sources: SafeSources): number {
  return sources.length === 0
    ? 0
    : Math.min(...sources.map(({ frames }) => Math.floor(frames / FRAMES_PER_MS)))
}

/** The studio knows no such running recording: it was started anew since. */
export function isUnknownRecording(error: unknown): boolean {
  return error instanceof CallFailed && error.error.code === 'recorder.unknown'
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
