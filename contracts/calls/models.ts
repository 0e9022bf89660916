import { z } from 'zod'
import { opennessPoints } from '../openness-points.ts'
import type { CallGroup } from './call.ts'

export const Openness = z.record(
  z.enum(opennessPoints),
  z.union([z.literal(0), z.literal(0.5), z.literal(1)]),
)

export const ModelCard = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(['recogniser', 'segmentation', 'embedding', 'speech-detection']),
  licence: z.string(),
  source: z.string(),
  bytes: z.number(),
  languages: z.array(z.string()),
  embedded: z.boolean(),
  /** Ids of models that it took the place of. */
  replaces: z.array(z.string()),
  /** The program uses it when nobody chooses. */
  default: z.boolean(),
  /** Null for a model that a person added: nobody has looked. */
  openness: Openness.nullable(),
})
export type ModelCard = z.infer<typeof ModelCard>

export const modelCalls = {
  list: { in: z.object({}), out: z.array(ModelCard) },
  /** Added models that are damaged, or made by a newer program: they are in no list, and stay as they are. */
  unreadable: { in: z.object({}), out: z.array(z.object({ id: z.string() })) },
  /** Reads every file again; the name of the first that is damaged, null where all are whole. */
  verify: { in: z.object({ id: z.string() }), out: z.object({ damagedFile: z.string().nullable() }) },
  add: { in: z.object({ folder: z.string() }), out: z.object({ id: z.string() }), localOnly: true },
  remove: { in: z.object({ id: z.string() }), out: z.object({}) },
} as const satisfies CallGroup
