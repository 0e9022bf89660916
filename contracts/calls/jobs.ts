import { z } from 'zod'
import { jobInputs, type JobKindName } from '../job-inputs.ts'
import { TranscribeSettings } from '../settings.ts'
import { WireErrorShape } from '../wire.ts'
import type { CallGroup } from './call.ts'

/** What queued jobs wait for: the end of a recording with live text, mains power, or an idle computer. */
export const HoldReason = z.enum(['recording', 'battery', 'idle'])
export type HoldReason = z.infer<typeof HoldReason>

const JobFacts = z.object({
  id: z.string(),
  /** Null for a job without a recording. */
  recordingId: z.string().nullable(),
  state: z.enum(['queued', 'running', 'paused', 'done', 'failed', 'cancelled']),
  /** Current step of the job's kind; null before the first. */
  step: z.string().nullable(),
  /** Progress of the step, 0–1. */
  fraction: z.number().min(0).max(1).nullable(),
  /** Progress of the whole job, 0–1, weighted by each step's share of the time. */
  wholeFraction: z.number().min(0).max(1).nullable(),
  /** How much of the recording has been recognized, in ms; null before the words step. */
  wordsUpToMs: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  /** Total working time of all completed runs, ms. */
  workedMs: z.number().nonnegative(),
  /** In the caller's language. */
  error: WireErrorShape.nullable(),
  /** Run by another program, such as the command line or another window. */
  elsewhere: z.boolean(),
  /** Null unless it is queued for that reason. */
  waitsFor: HoldReason.nullable().optional(),
})

const cardsByKind = Object.entries(jobInputs).map(([kind, settings]) =>
  JobFacts.extend({ kind: z.literal(kind), settings }),
)

type JobFacts = z.infer<typeof JobFacts>
/** A job as shown on pages: the common fields, and the input of its kind. */
export type JobCard = {
  [Kind in JobKindName]: JobFacts & {
    readonly kind: Kind
    readonly settings: z.infer<(typeof jobInputs)[Kind]>
  }
}[JobKindName]
export const JobCard = z.union(cardsByKind) as unknown as z.ZodType<JobCard>

const job = z.object({ jobId: z.string() })

/** Base64 length of a text sent by a page; a million words take a fifth of it. */
const MAX_TEXT = 30_000_000

export const jobCalls = {
  list: { in: z.object({}), out: z.array(JobCard) },
  /**
   * Omitted settings default to the person's last choice, else to the defaults. `done`: nothing starts
   * because a transcript with these settings exists: it is already current, becomes current again, or is kept
   * next to one that a person corrected.
   */
  start: {
    in: z.object({ recordingId: z.string(), settings: TranscribeSettings.partial() }),
    out: job.extend({ done: z.enum(['shown', 'shown-again', 'kept']).nullable() }),
  },
  /**
   * Aligns a text with a recording, using the settings of its newest recognized transcript, else those of
   * `start`. In a window, `file` may be a path. Faults: those of reading the text.
   */
  align: {
    in: z.object({
      recordingId: z.string(),
      file: z.union([
        z.object({ path: z.string() }),
        z.object({ fileName: z.string().min(1).max(500), base64: z.string().max(MAX_TEXT) }),
      ]),
    }),
    out: job,
  },
  /** Finished parts are kept; `resume` continues the job. */
  pause: { in: job, out: z.object({}) },
  resume: { in: job, out: z.object({}) },
  /** Keeps the text written so far. */
  cancel: { in: job, out: z.object({}) },
  /** Runs a failed or canceled job again, starting from its finished parts. */
  retry: { in: job, out: z.object({}) },
} as const satisfies CallGroup
