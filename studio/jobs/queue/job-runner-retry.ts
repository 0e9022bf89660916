import { access } from 'node:fs/promises'
import type { Library } from '../../library/library.ts'
import type { JobRecord } from '../../library/tables/jobs.ts'
import { freeBytes } from '../../sound/free-space.ts'

/** Assumed need if a disk-full fault gives no size: enough for the library and some minutes of audio. */
const MIN_FREE_BYTES = 128 * 1024 * 1024
const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 300_000

/**
 * Retries failed jobs automatically once the cause is gone: the disk has space again, or the
 * original is back. Until then they stay failed, with the reason and the remedy.
 */
export class JobRetries {
  readonly #library: Library
  /** Backoff for a disk that fills up again right away. */
  readonly #tried = new Map<string, { readonly count: number; readonly notBeforeMs: number }>()

  constructor(library: Library) {
    this.#library = library
  }

  /** Queues failed jobs whose cause is gone, `most` at most, and returns them. */
  async queueAgain(jobs: readonly JobRecord[], most: number): Promise<JobRecord[]> {
    const retried: JobRecord[] = []
    for (const job of jobs) {
      if (retried.length === most) break
      if (!(await this.#mayGoOn(job, performance.now()))) continue
      this.#noteTry(job.id, performance.now())
      await this.#library.setJobState(job.id, 'queued')
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
    if (job.error.code === 'media.moved' && job.recordingId !== null) return this.#isBack(job.recordingId)
    return false
  }

  #noteTry(jobId: string, nowMs: number): void {
    const count = (this.#tried.get(jobId)?.count ?? 0) + 1
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** count)
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

  async #isBack(recordingId: string): Promise<boolean> {
    const { path } = await this.#library.recording(recordingId)
    return access(path).then(
      () => true,
      () => false,
    )
  }
}
