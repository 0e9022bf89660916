import type { Openness } from '../openness-points.ts'

export interface CatalogOpenness {
  readonly points: Openness
  /** The sources that were read. */
  readonly sources: readonly string[]
}

/** NVIDIA's NeMo models: code for training and use, its documentation, the architecture's papers. */
const nemo: Openness = {
  code: 1,
  'base-weights': 1,
  'code-docs': 1,
  architecture: 1,
  preprint: 1,
  paper: 1,
  package: 1,
}
const nemoSources = ['NVIDIA NeMo, documentation', 'FastConformer, arXiv 2305.05084; ASRU 2023']
const transducer = 'TDT, arXiv 2304.06795; ICML 2023'

const whisper: CatalogOpenness = {
  points: {
    code: 0.5,
    'base-data': 0,
    'base-weights': 1,
    licence: 1,
    'code-docs': 0.5,
    architecture: 1,
    preprint: 1,
    paper: 1,
    'model-card': 1,
    datasheet: 0,
    package: 1,
  },
  sources: ['openai/whisper: license, model card', 'Radford et al. 2022, arXiv 2212.04356; ICML 2023'],
}

const kroko: CatalogOpenness = {
  points: { 'base-weights': 1, licence: 1 },
  sources: ['k2-fsa/sherpa-onnx, release'],
}

/**
 * Openness of the catalog's models, point by point, as stated by sources only. Training sound that is partly
 * named counts half, however much of it is available.
 */
const openness: Readonly<Partial<Record<string, CatalogOpenness>>> = {
  'parakeet-tdt-0.6b-v3': {
    points: { ...nemo, 'base-data': 0.5, licence: 1, 'model-card': 1 },
    sources: ['nvidia/parakeet-tdt-0.6b-v3, model card', ...nemoSources, transducer],
  },
  'parakeet-unified-en-0.6b': { points: { ...nemo, licence: 1 }, sources: nemoSources },
  'parakeet-tdt-0.6b-v2': {
    points: { ...nemo, licence: 1, 'model-card': 1 },
    sources: ['nvidia/parakeet-tdt-0.6b-v2, model card', ...nemoSources, transducer],
  },
  'parakeet-tdt-110m-en': {
    points: { ...nemo, 'base-data': 0.5, licence: 1, 'model-card': 1 },
    sources: ['nvidia/parakeet-tdt_ctc-110m, model card', ...nemoSources, transducer],
  },
  'nemotron-3.5-streaming-0.6b': {
    points: { ...nemo, 'base-data': 0.5, licence: 1, 'model-card': 1 },
    sources: ['nvidia/nemotron-3.5-asr-streaming-0.6b, model card', ...nemoSources],
  },
  'kroko-fr': kroko,
  'kroko-de': kroko,
  // Their licenses were not verified with their author.
  'fast-conformer-10-languages': { points: nemo, sources: nemoSources },
  'fast-conformer-pt': { points: nemo, sources: nemoSources },
  'whisper-small-attention': whisper,
  'whisper-turbo': whisper,
  'canary-180m-flash': {
    points: { ...nemo, 'base-data': 0.5, licence: 1, 'model-card': 1 },
    sources: ['nvidia/canary-180m-flash, model card', ...nemoSources],
  },
  'cohere-transcribe-14-languages': {
    points: { 'base-weights': 1, licence: 1, architecture: 1, 'model-card': 1, package: 1 },
    sources: ['CohereLabs/cohere-transcribe-03-2026, model card'],
  },
  'omnilingual-ctc-300m-v2': {
    points: { 'base-data': 0.5, 'base-weights': 1, licence: 1, architecture: 1, preprint: 1 },
    sources: ['Omnilingual ASR team 2025, arXiv 2511.09690'],
  },
  'titanet-large-en': {
    points: {
      code: 1,
      'base-data': 0.5,
      'base-weights': 1,
      licence: 1,
      'code-docs': 1,
      'model-card': 1,
      package: 1,
    },
    sources: ['nvidia/speakerverification_en_titanet_large, model card', 'NVIDIA NeMo, documentation'],
  },
  'sense-voice-small': {
    points: { code: 1, 'base-weights': 1, licence: 0.5, architecture: 1, preprint: 1 },
    sources: ['FunAudioLLM, arXiv 2407.04051', 'FunASR model license'],
  },
}

/** Null for a model that is not in the catalog. */
export function catalogOpenness(id: string): CatalogOpenness | null {
  return openness[id] ?? null
}
