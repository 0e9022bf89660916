import { Fault } from '#contracts/errors'
import { jobErrorOf } from '../queue/job-error.ts'
import type { LibraryEvent, WaitingFile, Watch } from '../library/library.ts'
import type { Studio } from '../studio.ts'
import { wholeTranscript } from './take-file.ts'
import type { WatchNotice } from './watch-notice.ts'
import { writeBeside } from './write-beside.ts'

/** Events after which a text may be finished, or a file may be waiting for one. */
const WAKING: ReadonlySet<LibraryEvent['kind']> = new Set([
  'watch-changed',
  'transcript-finished',
  'job-finished',
  'events-missed',
])

/** A folder may have become writable again, or a drive reconnected. */
const AGAIN_MS = 5 * 60_000

export interface BesideWriterOptions {
  readonly studio: Pick<Studio, 'library' | 'cacheFolder'>
  readonly onNotice: (notice: WatchNotice) => void
  readonly onError: (error: unknown) => void
}

/**
 * Writes the output files for watched folders once their text is complete, whichever program made it.
 * Programs that do so at the same time write the same.
 */
export class BesideWriter {
  readonly #options: BesideWriterOptions
  readonly #closing = new AbortController()
  #watch: Watch | undefined
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> = Promise.resolve()
  #isAsked = false

  constructor(options: BesideWriterOptions) {
    this.#options = options
  }

  start(): void {
    this.#watch = this.#options.studio.library.watch(({ kind }) => {
      if (WAKING.has(kind)) this.#ask(false)
    })
    this.#timer = setInterval(() => this.#ask(true), AGAIN_MS).unref()
    this.#ask(true)
  }

  /** Writes what can be written now; `retries`: also what failed before. */
  async write(retries: boolean): Promise<void> {
    const { studio } = this.#options
    for (const file of await studio.library.waitingFiles()) {
      if (this.#closing.signal.aborted) return
      if (file.state === 'unwritten' && !retries) continue
      await this.#writeOne(file)
    }
  }

  async close(): Promise<void> {
    this.#watch?.stop()
    clearInterval(this.#timer)
    this.#closing.abort(new Fault('job.cancelled'))
    await this.#running
  }

  /** Many events arrive at once; those arriving meanwhile are handled in one more pass. */
  #ask(retries: boolean): void {
    if (this.#isAsked && !retries) return
    this.#isAsked = true
    this.#running = this.#running
      .then(() => {
        this.#isAsked = false
        return this.write(retries)
      })
      .catch((error: unknown) => {
        if (!this.#closing.signal.aborted) this.#options.onError(error)
      })
  }

  async #writeOne(file: WaitingFile): Promise<void> {
    const { studio, onNotice } = this.#options
    const { folder: of, ...row } = file
    const reported = { folder: of.path, file: file.path }
    try {
      const transcript = await wholeTranscript(studio.library, file.recordingId)
      if (transcript === null) return
      const written = await writeBeside(studio, file, transcript, this.#closing.signal)
      if (written === null) return
      const isNew = await studio.library.setWatchedFile(of.id, { ...row, state: 'written', error: null })
      if (isNew) onNotice({ kind: 'written', ...reported, ...written })
    } catch (error) {
      if (this.#closing.signal.aborted) throw error
      if (error instanceof Fault) {
        // Deleted meanwhile.
        if (error.code === 'recording.unknown' || error.code === 'recording.no-transcript') return
        // Nothing could be stored either.
        if (error.code.startsWith('library.')) throw error
      } else this.#options.onError(error)
      const stored = jobErrorOf(error)
      const isNew = await studio.library.setWatchedFile(of.id, { ...row, state: 'unwritten', error: stored })
      if (isNew) onNotice({ kind: 'unwritten', ...reported, error: stored })
    }
  }
}
