import type { HoldReason } from '#contracts/calls/jobs'
import type { Fault } from '#contracts/errors'
import type { JobRecord, JobSettings, Library } from '../library/library.ts'

/** Progress of a run: `fraction` is 0–1 of the step; `pid` is the process that this job has to wait for. */
export type RunProgress<StepName extends string = string> =
  | { readonly kind: 'step'; readonly step: StepName; readonly fraction: number }
  | { readonly kind: 'waiting'; readonly pid: number }

/** What every run gets, whatever its kind. */
export interface RunningJob<StepName extends string = string> {
  readonly job: JobRecord
  readonly lease: number
  /** Aborted when the job is paused or canceled, or the program ends. */
  readonly signal: AbortSignal
  /** Reports to the caller that started the run, and to the library a few times a second. */
  readonly report: (step: StepName, fraction: number) => void
}

/** Outcome of a run; the work itself is stored in the library. */
export interface JobOutcome<Result> {
  readonly result: Result
  /** Why the job counts as failed although it ran to the end, e.g. because passages were lost. */
  readonly failure: Fault | null
}

/**
 * A kind of job. Claiming, leases, pause, retry, resume and progress are the same for all (`JobRunner`, `runJob`).
 * A new one is a file in `job-kinds`, a line in `job-kinds.ts`, its input and facts in `contracts/job-inputs.ts` and `job-facts.ts`.
 */
export interface JobKind<Result = unknown, StepName extends string = string> {
  readonly name: string
  /**
   * What its jobs wait for. `recording`: they use a recognizer, and memory and time suffice for only one; `battery`:
   * they use the processor for a long time; `idle`: nobody waits for them.
   */
  readonly waitsFor: readonly HoldReason[]
  /** How many run at once in a library, across all programs. */
  atOnce(library: Library): Promise<number>
  /** The current key of these settings: requests with the same key are one job. */
  keyOf(settings: JobSettings): Promise<string>
  /** Overall progress, 0–1, for one progress bar and the time left. */
  wholeFraction(settings: JobSettings, step: string, fraction: number): number
  /**
   * Does the remaining work and writes results to the library under `lease` as they arrive. Throws the error that
   * ends the job; after `signal` is aborted, any error.
   */
  run(running: RunningJob<StepName>): Promise<JobOutcome<Result>>
  /** Called when no further job of this kind is waiting: releases what was kept between jobs. */
  rest(): Promise<void>
}
