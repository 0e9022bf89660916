import { type Recovery, type RecoverOptions, recoverRecordings } from './recover-recordings.ts'
import type { Recorder } from './recorder.ts'
import type { RunningRecording } from './running-recording.ts'
import {
  mayHavePage,
  WAIT_FOR_PAGE_MS,
  type WrittenRecording,
  writtenRecordings,
} from './written-recordings.ts'

export interface InterruptedOptions extends RecoverOptions {
  readonly recorder: Recorder
  readonly onRecovered: (recovery: Recovery) => void
  readonly onError: (error: unknown) => void
  /** For tests. */
  readonly waitMs?: number | undefined
  readonly lookAgainMs?: number | undefined
}

const LOOK_AGAIN_MS = 15_000

/**
 * Recordings left by a killed program: those of pages wait two minutes for their page, which then continues
 * in the same journal; all others are recovered at once.
 */
export class InterruptedRecordings {
  readonly #options: InterruptedOptions
  readonly #timers = new Set<NodeJS.Timeout>()
  #work: Promise<void> = Promise.resolve()

  constructor(options: InterruptedOptions) {
    this.#options = options
  }

  /** Resolves once pages can attach to their recordings; the others are recovered meanwhile. */
  async start(): Promise<void> {
    const { recorder, dataFolder, waitMs = WAIT_FOR_PAGE_MS, signal } = this.#options
    for (const written of await writtenRecordings(dataFolder)) {
      if (!mayHavePage(written, Date.now())) continue
      try {
        const running = await recorder.takeOver(written)
        if (running === null) continue
        if (signal.aborted) return
        const timer = setTimeout(() => {
          this.#timers.delete(timer)
          this.#queue(() => this.#giveUp(running))
        }, waitMs)
        this.#timers.add(timer)
      } catch (error) {
        // It is recovered instead, or kept for the next start.
        this.#options.onError(error)
      }
    }
    this.#queue(() => this.#recover())
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer)
    await this.#work
  }

  async #giveUp(running: RunningRecording): Promise<void> {
    // Its page may have attached while others were recovered.
    if (!running.isWaiting || this.#options.signal.aborted) return
    await this.#options.recorder.leave(running)
    await this.#recover()
  }

  async #recover(): Promise<void> {
    const unsettled = await this.#idsByOthers(({ isAlive }) => isAlive)
    await this.#recoverAll(() => false)
    await this.#lookAgainAt(unsettled)
  }

  /** Ids of recordings that are not written by this process. */
  async #idsByOthers(isWanted: (written: WrittenRecording) => boolean): Promise<Set<string>> {
    const { recorder, dataFolder } = this.#options
    const own = new Set(recorder.all.map(({ id }) => id))
    const written = await writtenRecordings(dataFolder)
    return new Set(written.filter((one) => !own.has(one.id) && isWanted(one)).map(({ id }) => id))
  }

  async #recoverAll(isLeft: (written: WrittenRecording) => boolean): Promise<void> {
    const { signal, onRecovered } = this.#options
    for (const recovery of await recoverRecordings({ ...this.#options, isLeft })) {
      // Ending the program ends it too; the next start retries.
      if (recovery.error === null || !signal.aborted) onRecovered(recovery)
    }
  }

  /**
   * Checks again later for recordings of other processes, and for those in `unsettled`: they wait for a page, or their
   * process lived when they were last looked at and may have been killed since. A process on another computer, or
   * on this one before its last boot, counts as dead only after some time without renewal.
   */
  async #lookAgainAt(unsettled: ReadonlySet<string>): Promise<void> {
    const { signal, lookAgainMs = LOOK_AGAIN_MS } = this.#options
    const looked = await this.#idsByOthers(({ id, isAlive }) => isAlive || unsettled.has(id))
    if (signal.aborted || looked.size === 0) return
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      this.#queue(async () => {
        const left = await this.#idsByOthers(({ isAlive }) => isAlive)
        const nowMs = Date.now()
        await this.#recoverAll((one) => {
          const waits = mayHavePage(one, nowMs) && nowMs - one.writtenAtMs < WAIT_FOR_PAGE_MS
          if (waits) left.add(one.id)
          return waits || !looked.has(one.id)
        })
        await this.#lookAgainAt(left)
      })
    }, lookAgainMs).unref()
    this.#timers.add(timer)
  }

  #queue(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch(this.#options.onError)
  }
}
