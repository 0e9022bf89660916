import { z } from 'zod'
import { KnownOpenness } from '../openness.ts'
import type { CallGroup } from './call.ts'

const day = z.string()

/** A version of a model's archive. */
const ArchiveFacts = z.object({
  sha256: z.string(),
  /** `2026-07-09`; null if not known. */
  published: day.nullable(),
})

export const ModelCard = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(['recogniser', 'segmentation', 'embedding', 'speech-detection']),
  licence: z.string(),
  source: z.string(),
  bytes: z.number(),
  languages: z.array(z.string()),
  embedded: z.boolean(),
  /** Ids of models that this one replaces. */
  replaces: z.array(z.string()),
  /** The model used when none is chosen. */
  default: z.boolean(),
  /** Whether its files are those of the program's catalog. */
  catalog: z.boolean(),
  /** The archive that it was installed from; null for other models, and if it was not recorded. */
  archive: ArchiveFacts.extend({
    /** Date of a newer version in the catalog; null if there is none. */
    newer: day.nullable(),
    /** When a person decided to install it although the catalog did not know it; null if it did. */
    acceptedAtMs: z.number().nullable(),
  }).nullable(),
  /** Processing minutes per hour of sound, measured on this computer; null if it has not been used here. */
  minutesAnHour: z.number().positive().nullable(),
  /** Null for a model outside the catalog, as it has not been assessed. */
  openness: KnownOpenness.nullable(),
})
export type ModelCard = z.infer<typeof ModelCard>

export const modelCalls = {
  list: { in: z.object({}), out: z.array(ModelCard) },
  /**
   * Added models that are damaged or were made by a newer version of the program: not listed, and left
   * unchanged.
   */
  unreadable: { in: z.object({}), out: z.array(z.object({ id: z.string() })) },
  /** Reads every file again. Returns the name of the first damaged one; null if all are intact. */
  verify: { in: z.object({ id: z.string() }), out: z.object({ damagedFile: z.string().nullable() }) },
  /** `folder`: a folder or an archive on this computer. */
  add: { in: z.object({ folder: z.string() }), out: z.object({ id: z.string() }), localOnly: true },
  /** This computer's resources for models, in bytes; used for the recommendation. */
  machine: {
    in: z.object({}),
    out: z.object({
      memoryBytes: z.number().nonnegative(),
      cores: z.number().int().positive(),
      freeBytes: z.number().nonnegative(),
    }),
  },
  /**
   * Starts or continues the download of a catalog model, as a job. Faults: `model.not-in-catalog`,
   * `model.exists` if it is already here.
   */
  download: { in: z.object({ id: z.string() }), out: z.object({ jobId: z.string() }) },
  /**
   * The downloaded file of a catalog model that the catalog does not know, with the versions that it knows, the newest
   * first; null if nothing is to be decided. Fault: `model.not-in-catalog`.
   */
  unknownFile: {
    in: z.object({ id: z.string() }),
    out: z.object({ sha256: z.string(), bytes: z.number(), known: z.array(ArchiveFacts) }).nullable(),
  },
  /**
   * Decides to install exactly that file, and continues the download. Faults: `model.not-in-catalog`,
   * `model.file-changed` if it is no longer the one in question, `model.exists`.
   */
  installUnknownFile: {
    in: z.object({ id: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    out: z.object({ jobId: z.string() }),
  },
  remove: { in: z.object({ id: z.string() }), out: z.object({}) },
} as const satisfies CallGroup
