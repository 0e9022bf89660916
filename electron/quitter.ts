import { BrowserWindow } from 'electron'

/** How long a page may take to close. */
const PAGE_GRACE_MS = 2_000

export interface QuitSurroundings {
  readonly runningJobs: () => Promise<number>
  /** True where the person wants to quit all the same. */
  readonly askAboutJobs: () => Promise<boolean>
  readonly endStudio: () => Promise<void>
  /** Nothing of ours runs any more. */
  readonly onEnded: () => void
}

/** Quits in order: asks once while a job runs, then the windows, then the studio, which gives the job back. */
export class Quitter {
  readonly #surroundings: QuitSurroundings
  #phase: 'running' | 'asking' | 'ending' | 'ended' = 'running'

  constructor(surroundings: QuitSurroundings) {
    this.#surroundings = surroundings
  }

  get hasEnded(): boolean {
    return this.#phase === 'ended'
  }

  get isEnding(): boolean {
    return this.#phase === 'ending' || this.#phase === 'ended'
  }

  /** The person's wish; while it is asked about or done, another is the same. */
  async quit(): Promise<void> {
    if (this.#phase !== 'running') return
    this.#phase = 'asking'
    const { runningJobs, askAboutJobs } = this.#surroundings
    if ((await runningJobs()) > 0 && !(await askAboutJobs())) {
      if (this.#phase === 'asking') this.#phase = 'running'
      return
    }
    await this.end()
  }

  /** Without a question, as the system itself wants it. */
  async end(): Promise<void> {
    if (this.isEnding) return
    this.#phase = 'ending'
    // First the windows: what a page still has to say reaches the studio.
    await Promise.all(BrowserWindow.getAllWindows().map(closed))
    await this.#surroundings.endStudio()
    this.#phase = 'ended'
    this.#surroundings.onEnded()
  }
}

function closed(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    // A page that hangs cannot say goodbye; what it holds unsent lies in its storage.
    const timer = setTimeout(() => window.destroy(), PAGE_GRACE_MS)
    window.once('closed', () => {
      clearTimeout(timer)
      resolve()
    })
    window.close()
  })
}
