import { z } from 'zod'
import { TermShape } from './calls/glossary.ts'
import { TranscribeSettings } from './settings.ts'

/** `plan.json` of an archive: settings shared by all its recordings. */
export const ArchivePlan = z.object({
  format: z.literal('parolo-archive'),
  version: z.literal(1),
  /** Settings for recordings whose list entry sets none. */
  settings: TranscribeSettings,
  glossary: z.array(TermShape),
  /** Hours of sound in each shard. */
  hours: z.number().positive(),
  cpus: z.number().int().positive(),
  /** In Slurm's notation. */
  mem: z.string(),
  recordings: z.number().int().nonnegative(),
  refused: z.number().int().nonnegative(),
  shards: z.number().int().nonnegative(),
})
export type ArchivePlan = z.infer<typeof ArchivePlan>
