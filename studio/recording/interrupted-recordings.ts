import { type Recovery, type RecoverOptions, recoverRecordings } from './recover-recordings.ts'
import type { Recorder, RunningRecording } from './recorder.ts'
import { mayHavePage, WAIT_FOR_PAGE_MS, writtenRecordings } from './written-recordings.ts'

export interface InterruptedOptions extends RecoverOptions {
  readonly recorder: Recorder
  readonly onRecovered: (recovery: Recovery) => void
  readonly onError: (error: unknown) => void
  /** For tests. */
  readonly waitMs?: number | undefined
}

/**
 * What a program that was killed left: recordings of pages wait two minutes for their page, which then goes on in the
 * same journal; all others are recovered at once.
 */
export class InterruptedRecordings {
  readonly #options: InterruptedOptions
  readonly #timers = new Set<NodeJS.Timeout>()
  #work: Promise<void> = Promise.resolve()

  constructor(options: InterruptedOptions) {
    this.#options = options
  }

  /** Resolves once those that may have a page can be attended; the others are recovered meanwhile. */
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
          if (running.isWaiting && !signal.aborted) this.#queue(() => this.#giveUp(running))
        }, waitMs)
        this.#timers.add(timer)
      } catch (error) {
        // It is recovered instead, or stays for the next start.
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
    await this.#options.recorder.leave(running)
    await this.#recover()
  }

  async #recover(): Promise<void> {
    const { signal, onRecovered } = this.#options
    for (const recovery of await recoverRecordings({ ...this.#options, isLeft: () => false })) {
      // Ending the program ends it too; the next start tries again.
      if (recovery.error === null || !signal.aborted) onRecovered(recovery)
    }
  }

  #queue(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch(this.#options.onError)
  }
}
