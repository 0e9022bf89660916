import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { Openness } from '#contracts/openness'

const OpennessList = z.object({
  version: z.literal(1),
  about: z.string(),
  models: z.record(
    z.string(),
    z.object({ points: Openness, sources: z.array(z.string()).min(1), note: z.string() }),
  ),
})

/** Openness ratings of the embedded models, by model id. */
export async function readOpenness(file: string): Promise<ReadonlyMap<string, z.infer<typeof Openness>>> {
  const list = OpennessList.parse(JSON.parse(await readFile(file, 'utf8')))
  return new Map(Object.entries(list.models).map(([id, { points }]) => [id, points]))
}
