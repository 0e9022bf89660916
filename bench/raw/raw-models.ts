import { modelStore } from '#studio/studio'
import { modelPath, recogniserConfig } from '#studio/models/model-config'
import { DEFAULT_MODELS } from '#studio/models/model-store'
import { tmpdir } from 'node:os'

/** The embedded models, as the raw engine takes them. */
export interface RawModels {
  readonly detector: string
  readonly segmentation: string
  readonly stubEmbedding: string
  readonly embedding: string
  readonly tailZeros: number
  readonly recogniser: (language: string) => object
}

export async function rawModels(): Promise<RawModels> {
  const store = modelStore(tmpdir())
  const [recogniser, segmentation, embedding, detector] = await Promise.all([
    store.find(DEFAULT_MODELS.recogniser),
    store.find(DEFAULT_MODELS.segmentation),
    store.find(DEFAULT_MODELS.embedding),
    store.find(DEFAULT_MODELS['speech-detection']),
  ])
  return {
    detector: modelPath(detector, 'model'),
    segmentation: modelPath(segmentation, 'model'),
    stubEmbedding: modelPath(segmentation, 'stubEmbedding'),
    embedding: modelPath(embedding, 'model'),
    tailZeros: recogniser.entry.tailZeros,
    recogniser: (language) => recogniserConfig(recogniser, language),
  }
}
