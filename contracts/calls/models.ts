import { z } from 'zod'
import { KnownOpenness } from '../openness.ts'
import type { CallGroup } from './call.ts'

export const ModelCard = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(['recogniser', 'segmentation', 'embedding', 'speech-detection']),
  licence: z.string(),
  source: z.string(),
  bytes: z.number(),
  languages: z.array(z.string()),
  embedded: z.boolean(),
  /** Ids of models that it replaced. */
  replaces: z.array(z.string()),
  /** The model used when none is chosen. */
  default: z.boolean(),
  /** Its files are those of the program's catalog. */
  catalog: z.boolean(),
  /** Minutes of work for an hour of sound, measured on this computer; null if it was not used here yet. */
  minutesAnHour: z.number().positive().nullable(),
  /** Null for a model that is not of the catalog, as it has not been assessed. */
  openness: KnownOpenness.nullable(),
})
export type ModelCard = z.infer<typeof ModelCard>

export const modelCalls = {
  list: { in: z.object({}), out: z.array(ModelCard) },
  /**
   * Added models that are damaged, or made by a newer version of the program: they are not listed and remain
   * unchanged.
   */
  unreadable: { in: z.object({}), out: z.array(z.object({ id: z.string() })) },
  /** Reads every file again; the name of the first damaged one, null if all are intact. */
  verify: { in: z.object({ id: z.string() }), out: z.object({ damagedFile: z.string().nullable() }) },
  /** `folder`: a folder or an archive of this computer. */
  add: { in: z.object({ folder: z.string() }), out: z.object({ id: z.string() }), localOnly: true },
  /** What this computer has for models, in bytes; for the recommendation. */
  machine: {
    in: z.object({}),
    out: z.object({
      memoryBytes: z.number().nonnegative(),
      cores: z.number().int().positive(),
      freeBytes: z.number().nonnegative(),
    }),
  },
  /**
   * Starts or continues the download of a model of the catalog, as a job. Faults: `model.not-in-catalog`,
   * `model.exists` if it is here.
   */
  download: { in: z.object({ id: z.string() }), out: z.object({ jobId: z.string() }) },
  remove: { in: z.object({ id: z.string() }), out: z.object({}) },
} as const satisfies CallGroup
