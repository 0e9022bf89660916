import { z } from 'zod'
import { jobInputs, type JobKindName } from '../job-inputs.ts'
import { TranscribeSettings } from '../settings.ts'
import { WireErrorShape } from '../wire.ts'
import type { CallGroup } from './call.ts'

const JobFacts = z.object({
  id: z.string(),
  /** Null for a job that is about no recording. */
  recordingId: z.string().nullable(),
  state: z.enum(['queued', 'running', 'paused', 'done', 'failed', 'cancelled']),
  /** Of its kind; null before the first. */
  step: z.string().nullable(),
  /** Of the step, 0–1. */
  fraction: z.number().min(0).max(1).nullable(),
  /** Of the whole way, 0–1, by the shares of time that the steps take. */
  wholeFraction: z.number().min(0).max(1).nullable(),
  /** How much of the recording has its words, in ms; null before the words step. */
  wordsUpToMs: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  /** For how long it was worked at, all runs together but one that still lasts, ms. */
  workedMs: z.number().nonnegative(),
  /** In the language of the one who asks. */
  error: WireErrorShape.nullable(),
  /** Another program (the command line, another window's) runs it. */
  elsewhere: z.boolean(),
})

const cardsByKind = Object.entries(jobInputs).map(([kind, settings]) =>
  JobFacts.extend({ kind: z.literal(kind), settings }),
)

type JobFacts = z.infer<typeof JobFacts>
/** A job as pages see it: what is the same for all, and what its kind was asked with. */
export type JobCard = {
  [Kind in JobKindName]: JobFacts & {
    readonly kind: Kind
    readonly settings: z.infer<(typeof jobInputs)[Kind]>
  }
}[JobKindName]
export const JobCard = z.union(cardsByKind) as unknown as z.ZodType<JobCard>

const job = z.object({ jobId: z.string() })

export const jobCalls = {
  list: { in: z.object({}), out: z.array(JobCard) },
  /**
   * Settings that are left out are the person's last, else the defaults. `done`: nothing starts, as a transcript with
   * these settings is there: it was shown, it is shown again, or it is kept beside one that a person corrected.
   */
  start: {
    in: z.object({ recordingId: z.string(), settings: TranscribeSettings.partial() }),
    out: job.extend({ done: z.enum(['shown', 'shown-again', 'kept']).nullable() }),
  },
  /** What is finished stays; goes on with `resume`. */
  pause: { in: job, out: z.object({}) },
  resume: { in: job, out: z.object({}) },
  /** What is written stays to be read. */
  cancel: { in: job, out: z.object({}) },
  /** A failed or cancelled job once more, from what is finished of it. */
  retry: { in: job, out: z.object({}) },
} as const satisfies CallGroup
