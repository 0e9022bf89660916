import { factsOf } from '../drives/files.ts'
import type { Library } from '../library/library.ts'
import type { JobRecord } from '../library/tables/jobs/jobs.ts'
import { freeBytes } from '../files/free-space.ts'

/** Assumed need if a disk-full fault gives no size: enough for the library and some minutes of audio. */
const MIN_FREE_BYTES = 128 * 1024 * 1024
const FIRST_PAUSE_MS = 2_000
const MAX_PAUSE_MS = 300_000

/** Codes of faults that end a job whose original cannot be read now. */
const NEEDS_ORIGINAL: ReadonlySet<string> = new Set(['media.moved', 'drive.silent'])

/**
 * Retries failed jobs automatically once the cause is gone: the disk has space again, or the original is
 * back. Until then they stay failed, with the reason and the remedy.
 */
export class JobRetries {
  readonly #library: Library
  /** Backoff for a disk that fills up again right away. */
  readonly #tried = new Map<string, { readonly count: number; readonly notBeforeMs: number }>()

  /** Recordings whose original is being located, or was found. */
  readonly #originals = new Map<string, 'asked' | 'found'>()
  readonly #onFound: () => void

  /** `onFound`: an original is back, and `queueAgain` will include it. */
  constructor(library: Library, onFound: () => void) {
    this.#library = library
    this.#onFound = onFound
  }

  /** Queues failed jobs whose cause is gone, at most `most`, and returns them. */
  async queueAgain(jobs: readonly JobRecord[], most: number): Promise<JobRecord[]> {
    const retried: JobRecord[] = []
    for (const job of jobs) {
      if (retried.length === most) break
      if (!(await this.#mayGoOn(job, performance.now()))) continue
      this.#noteTry(job.id, performance.now())
      const { recordingId, kind, settings, settingsKey } = job
      // Another program may have begun it meanwhile, which goes on.
      await this.#library.requestJob({ recordingId, kind, settings, settingsKey, again: true })
      retried.push(job)
    }
    return retried
  }

  async #mayGoOn(job: JobRecord, nowMs: number): Promise<boolean> {
    if (job.state !== 'failed' || job.error === null) return false
    if (nowMs < (this.#tried.get(job.id)?.notBeforeMs ?? 0)) return false
    if (job.error.code === 'disk.full') return this.#hasFreeSpace(job.error.values?.neededMegabytes)
    // Another program locked the library for longer than its own operations ever take.
    if (job.error.code === 'library.busy') return true
    return NEEDS_ORIGINAL.has(job.error.code) && job.recordingId !== null && this.#isBack(job.recordingId)
  }

  #noteTry(jobId: string, nowMs: number): void {
    const count = (this.#tried.get(jobId)?.count ?? 0) + 1
    const pauseMs = Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** count)
    this.#tried.set(jobId, { count, notBeforeMs: nowMs + pauseMs })
  }

  /** Called when the job succeeded or a person restarted it. */
  forget(jobId: string): void {
    this.#tried.delete(jobId)
  }

  async #hasFreeSpace(neededMegabytes: unknown): Promise<boolean> {
    const needed = typeof neededMegabytes === 'number' ? neededMegabytes * 1e6 : MIN_FREE_BYTES
    return (await freeBytes(this.#library.folder)) >= needed
  }

  /** Other jobs do not wait for an unresponsive drive: its answer counts the next time. */
  #isBack(recordingId: string): boolean {
    const known = this.#originals.get(recordingId)
    if (known === 'found') return this.#originals.delete(recordingId)
    if (known === undefined) {
      this.#originals.set(recordingId, 'asked')
      void this.#look(recordingId)
    }
    return false
  }

  async #look(recordingId: string): Promise<void> {
    try {
      const { path } = await this.#library.recording(recordingId)
      await factsOf(path)
      this.#originals.set(recordingId, 'found')
      this.#onFound()
    } catch {
      // Still missing, whatever the reason: checked again the next time.
      this.#originals.delete(recordingId)
    }
  }
}
