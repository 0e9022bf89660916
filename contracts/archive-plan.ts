import { z } from 'zod'
import { TermShape } from './calls/glossary.ts'
import { TranscribeSettings } from './settings.ts'

/** `plan.json` of an archive: what all its recordings have in common. */
export const ArchivePlan = z.object({
  format: z.literal('parolo-archive'),
  version: z.literal(1),
  /** Settings of a recording of which the list says nothing. */
  settings: TranscribeSettings,
  glossary: z.array(TermShape),
  /** Of sound, a shard. */
  hours: z.number().positive(),
  cpus: z.number().int().positive(),
  /** As Slurm writes it. */
  mem: z.string(),
  recordings: z.number().int().nonnegative(),
  refused: z.number().int().nonnegative(),
  shards: z.number().int().nonnegative(),
})
export type ArchivePlan = z.infer<typeof ArchivePlan>
