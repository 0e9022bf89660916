import type { CatalogModel } from '../catalog-model.ts'
import { fastConformerModels } from './fast-conformer.ts'
import { otherModels } from './others.ts'
import { parakeetModels } from './parakeet.ts'
import { streamingModels } from './streaming.ts'
import { voiceModels } from './voices.ts'
import { whisperModels } from './whisper.ts'

/** Every model that can be downloaded. */
export const catalog: readonly CatalogModel[] = [
  ...parakeetModels,
  ...streamingModels,
  ...fastConformerModels,
  ...whisperModels,
  ...otherModels,
  ...voiceModels,
]

export function catalogModel(id: string): CatalogModel | undefined {
  return catalog.find((model) => model.id === id)
}
