import { BrowserWindow } from 'electron'

/** Time limit for a page to close. */
const PAGE_GRACE_MS = 2_000

export interface ShutdownOptions {
  readonly runningJobs: () => Promise<number>
  /** Returns true if the user wants to quit anyway. */
  readonly askAboutJobs: () => Promise<boolean>
  readonly runningRecordings: () => Promise<number>
  /** Returns true if the user wants to stop the recording and quit. */
  readonly askAboutRecording: () => Promise<boolean>
  readonly endStudio: () => Promise<void>
  /** All of the program's processes have ended. */
  readonly onEnded: () => void
}

/**
 * Quits in order: asks once if a recording is being made or a job is running, closes the windows, then stops
 * the studio, which releases the job.
 */
export class Shutdown {
  readonly #options: ShutdownOptions
  #phase: 'running' | 'asking' | 'ending' | 'ended' = 'running'

  constructor(options: ShutdownOptions) {
    this.#options = options
  }

  get hasEnded(): boolean {
    return this.#phase === 'ended'
  }

  get isEnding(): boolean {
    return this.#phase === 'ending' || this.#phase === 'ended'
  }

  /** Quits at the user's request; repeated calls while it is in progress have no effect. */
  async quit(): Promise<void> {
    if (this.#phase !== 'running') return
    this.#phase = 'asking'
    if (await this.#mayQuit()) await this.end()
    else if (this.#phase === 'asking') this.#phase = 'running'
  }

  /** At most one question: losing a recording is worse, and jobs continue at the next start. */
  async #mayQuit(): Promise<boolean> {
    const { runningJobs, askAboutJobs, runningRecordings, askAboutRecording } = this.#options
    const [recordings, jobs] = await Promise.all([runningRecordings(), runningJobs()])
    if (recordings > 0) return await askAboutRecording()
    return jobs === 0 || (await askAboutJobs())
  }

  /** Quits without asking, at the system's request. */
  async end(): Promise<void> {
    if (this.isEnding) return
    this.#phase = 'ending'
    // Windows first, so that the pages' last messages reach the studio.
    await Promise.all(BrowserWindow.getAllWindows().map(closed))
    await this.#options.endStudio()
    this.#phase = 'ended'
    this.#options.onEnded()
  }
}

function closed(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    // A hung page does not close; its unsent edits are in its storage.
    const timer = setTimeout(() => window.destroy(), PAGE_GRACE_MS)
    window.once('closed', () => {
      clearTimeout(timer)
      resolve()
    })
    window.close()
  })
}
