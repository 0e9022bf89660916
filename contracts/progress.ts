import { z } from 'zod'

/** The steps of processing a recording, in order; all layers use these names. */
// 'second-look' is stored in databases; it means the second pass.
export const steps = ['import', 'sound', 'regions', 'speakers', 'words', 'second-look', 'paragraphs'] as const
export const Step = z.enum(steps)
export type Step = z.infer<typeof Step>

/** Messages of a running job. */
export const JobProgress = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('step'), step: Step, fraction: z.number().min(0).max(1) }),
  z.object({ kind: z.literal('waiting'), pid: z.number().int() }),
])
export type JobProgress = z.infer<typeof JobProgress>

/** Counts of the work done by a job: an existing checkpoint is reused and never computed again. */
export interface JobCounts {
  decoded: number
  decodesReused: number
  failedChunks: number
}
