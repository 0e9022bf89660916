import { modelStore } from '#studio/studio'
import { decodeSettings } from '#studio/recognition/results/decodes'
import { modelPath, type Pass, recognizerConfig } from '#studio/models/model-config'
import { DEFAULT_MODELS, type Model } from '#studio/models/model-store'
import { tmpdir } from 'node:os'
import { formerWhisper } from './former-whisper.ts'

/** The embedded models, for the raw engine. */
export interface RawModels {
  readonly detector: string
  readonly segmentation: string
  readonly stubEmbedding: string
  readonly embedding: string
  readonly tailZeros: number
  readonly recognizer: (language: string, pass?: Pass) => object
  /** The settings in the keys of a pass's decodes (studio/recognition/results/decodes.ts). */
  readonly settings: (language: string, pass: Pass) => string
}

export async function rawModels(): Promise<RawModels> {
  return modelsWith(await modelStore(tmpdir()).find(DEFAULT_MODELS.recognizer))
}

/** With the program's previous recognizer; null if it is missing. */
export async function formerRawModels(): Promise<RawModels | null> {
  const former = formerWhisper(await modelStore(tmpdir()).find(DEFAULT_MODELS.recognizer))
  return former && modelsWith(former)
}

async function modelsWith(recognizer: Model): Promise<RawModels> {
  const store = modelStore(tmpdir())
  const [segmentation, embedding, detector] = await Promise.all([
    store.find(DEFAULT_MODELS.segmentation),
    store.find(DEFAULT_MODELS.embedding),
    store.find(DEFAULT_MODELS['speech-detection']),
  ])
  return {
    detector: modelPath(detector, 'model'),
    segmentation: modelPath(segmentation, 'model'),
    stubEmbedding: modelPath(segmentation, 'stubEmbedding'),
    embedding: modelPath(embedding, 'model'),
    tailZeros: recognizer.entry.tailZeros,
    recognizer: (language, pass) => recognizerConfig(recognizer, language, pass),
    settings: (language, pass) => decodeSettings(recognizer, language, pass),
  }
}
