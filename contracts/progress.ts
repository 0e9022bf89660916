import { z } from 'zod'

/** The steps of a recording's way, in order; each stage has this name on every floor. */
export const steps = ['import', 'sound', 'regions', 'speakers', 'words', 'second-look', 'paragraphs'] as const
export const Step = z.enum(steps)
export type Step = z.infer<typeof Step>

/** What a running job tells, as it goes. */
export const JobProgress = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('step'), step: Step, fraction: z.number().min(0).max(1) }),
  z.object({ kind: z.literal('waiting'), pid: z.number().int() }),
])
export type JobProgress = z.infer<typeof JobProgress>

/** What a job did, counted: a checkpoint that was found is reused, never made again. */
export interface JobCounts {
  decoded: number
  decodesReused: number
  failedChunks: number
}
