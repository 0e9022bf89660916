import { z } from 'zod'

/** Where a model comes from: the catalog, or an address given by a person. */
export const ModelSource = z.union([
  z.object({ catalogId: z.string().min(1).max(100) }),
  z.object({
    url: z.string().min(1).max(4_000),
    /** Hash of the whole file; null: the person gave none. */
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
  }),
])
export type ModelSource = z.infer<typeof ModelSource>

/** A model to download and add to the library. */
export const DownloadModelSettings = z.object({
  source: ModelSource,
  /** Number of finished downloads of the same model: a removed one can be downloaded again. */
  round: z.number().int().nonnegative(),
  /** Where it was first requested; absent in older jobs. */
  askedBy: z.enum(['models', 'command']).exactOptional(),
})
export type DownloadModelSettings = z.infer<typeof DownloadModelSettings>

/** Steps of such a job, in order. */
export const downloadSteps = ['download', 'check', 'unpack', 'add'] as const
export type DownloadStep = (typeof downloadSteps)[number]
