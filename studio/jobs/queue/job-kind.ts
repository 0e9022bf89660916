import type { Fault } from '#contracts/errors'
import type { JobRecord, JobSettings, Library } from '../../library/library.ts'

/** What a run tells as it goes: `fraction` is 0–1 of the step; `pid` runs what this job has to wait for. */
export type RunProgress<StepName extends string = string> =
  | { readonly kind: 'step'; readonly step: StepName; readonly fraction: number }
  | { readonly kind: 'waiting'; readonly pid: number }

/** What a run has at hand, whatever its kind. */
export interface RunningJob<StepName extends string = string> {
  readonly job: JobRecord
  readonly lease: number
  /** Aborted when the job is paused or cancelled, or the program ends. */
  readonly signal: AbortSignal
  /** Goes to whoever started the run, and to the library a few times a second. */
  readonly report: (step: StepName, fraction: number) => void
}

/** What a run came to; what it made is kept in the library. */
export interface JobOutcome<Result> {
  readonly result: Result
  /** Why the job counts as failed though it ran to its end, e.g. as passages were lost. */
  readonly failure: Fault | null
}

/**
 * A kind of job. Claiming, leases, pause, retry, resume and progress are the same for all (`JobRunner`, `runJob`).
 * A new one is a file in `kinds`, a line in `job-kinds.ts`, and its input in `contracts/job-inputs.ts`.
 */
export interface JobKind<Result = unknown, StepName extends string = string> {
  readonly name: string
  /** How many run at once in a library, all programs together. */
  atOnce(library: Library): Promise<number>
  /** The key that these settings have now: requests of one key are one job. */
  keyOf(settings: JobSettings): Promise<string>
  /** How much of the whole way is behind, 0–1, for one bar and the time left. */
  wholeFraction(settings: JobSettings, step: string, fraction: number): number
  /**
   * Does the work, or what is left of it: results go to the library under `lease` as they come. Throws what ends the
   * job; once `signal` is aborted, anything.
   */
  run(running: RunningJob<StepName>): Promise<JobOutcome<Result>>
  /** No job of this kind follows for now: what was kept from one to the next is let go. */
  rest(): Promise<void>
}
