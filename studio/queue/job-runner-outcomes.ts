import { Fault } from '#contracts/errors'
import type { Library } from '../library/library.ts'
import { jobErrorOf } from './job-error.ts'

export interface JobOutcomesOptions {
  readonly onError: (error: unknown) => void
  /** Neither an outcome nor an event about it could be stored. */
  readonly onUnloggedChange: () => void
}

/**
 * Stores the outcome of runs that could not do so themselves; keeps those that the library cannot store until
 * it can.
 */
export class JobOutcomes {
  readonly #library: Library
  readonly #options: JobOutcomesOptions
  /** Errors that could not be stored because the disk is full, by job; retried until they can be. */
  readonly #unstored = new Map<string, unknown>()

  constructor(library: Library, options: JobOutcomesOptions) {
    this.#library = library
    this.#options = options
  }

  isUnstored(jobId: string): boolean {
    return this.#unstored.has(jobId)
  }

  unstoredError(jobId: string): unknown {
    return this.#unstored.get(jobId)
  }

  /** Called once a newer state of the job is stored. */
  forget(jobId: string): void {
    this.#unstored.delete(jobId)
  }

  /** Retries storing what could not be stored. */
  async storeAll(): Promise<void> {
    for (const [jobId, error] of this.#unstored) {
      try {
        await this.#library.setJobState(jobId, 'failed', jobErrorOf(error))
      } catch (problem) {
        if (!(problem instanceof Fault)) throw problem
        if (problem.code !== 'job.unknown') continue
      }
      this.#unstored.delete(jobId)
    }
  }

  /** A run stores its own failure; this handles failures before it began or that could not be stored. */
  async failed(jobId: string, error: unknown): Promise<void> {
    const code = error instanceof Fault ? error.code : null
    if (code === 'job.lease-lost' || code === 'job.cancelled') return
    if (code === null) this.#options.onError(error)
    try {
      const job = await this.#library.job(jobId)
      const isOurs = job?.state === 'running' && job.holder?.id === this.#library.self.id
      if (job?.state === 'queued' || isOurs) {
        await this.#library.setJobState(jobId, 'failed', jobErrorOf(error))
      }
    } catch (problem) {
      this.#unstored.set(jobId, error)
      this.#options.onError(problem)
      this.#options.onUnloggedChange()
    }
  }
}
