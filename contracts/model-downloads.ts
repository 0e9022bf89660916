import { z } from 'zod'

/** Where a model comes from: the catalog, or an address that a person gave. */
export const ModelSource = z.union([
  z.object({ catalogId: z.string().min(1).max(100) }),
  z.object({
    url: z.string().min(1).max(4_000),
    /** Of the whole file; null: the person gave none. */
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
  }),
])
export type ModelSource = z.infer<typeof ModelSource>

/** A model to be downloaded and added to the library. */
export const DownloadModelSettings = z.object({
  source: ModelSource,
  /** How many finished downloads of the same there are: a model that was removed can be downloaded again. */
  round: z.number().int().nonnegative(),
  /** Where it was asked for first; older jobs do not say. */
  askedBy: z.enum(['models', 'command']).exactOptional(),
})
export type DownloadModelSettings = z.infer<typeof DownloadModelSettings>

/** Steps of such a job, in order. */
export const downloadSteps = ['download', 'check', 'unpack', 'add'] as const
export type DownloadStep = (typeof downloadSteps)[number]
