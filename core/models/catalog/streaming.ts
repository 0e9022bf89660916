import type { CatalogModel } from '../catalog-model.ts'
import { releasedArchive, transducerMembers } from './releases.ts'

const kroko = {
  maker: 'Kroko',
  kind: 'online-zipformer',
  licence: 'CC-BY-SA-4.0',
  gives: { times: true, confidence: true, punctuation: true },
  errors: {},
  realTimeFactor: 0.044,
  memoryMegabytes: null,
  trainingData: 'unknown',
  defects: [],
} as const

const krokoMembers = ['encoder.onnx', 'decoder.onnx', 'joiner.onnx', 'tokens.txt']

/** Models that process sound as it arrives. */
export const streamingModels: readonly CatalogModel[] = [
  {
    id: 'nemotron-3.5-streaming-0.6b',
    name: 'Nemotron 3.5',
    maker: 'NVIDIA',
    kind: 'online-nemo',
    licence: 'OpenMDW',
    // It supports more languages; these are the ones with published figures.
    languages: ['en', 'fr', 'de', 'es'],
    download: releasedArchive(
      'sherpa-onnx-nemotron-3.5-asr-streaming-0.6b-1120ms-int8-2026-06-11',
      475_276_334,
      'adbdd5e9fef87300c37cebfcfc4f1ebe56845c860c8a760af0a1dd65ce9beed3',
      transducerMembers,
      {
        published: '2026-07-09',
        source:
          'the release; exported anew with the attention context of this model (k2-fsa/sherpa-onnx#3732)',
        former: [
          {
            bytes: 473_896_597,
            sha256: 'b3be358ec14dd5fb977cfb21583b9fd356677845c5a2d6ffaab9d11e947ec5ae',
            published: '2026-06-11',
            source:
              'the catalog of one other program, which replaced it with the newer one; date by its name',
          },
        ],
      },
    ),
    gives: { times: true, confidence: false, punctuation: true },
    errors: {
      fr: { percent: 9, source: 'card' },
      en: { percent: 7.9, source: 'card' },
      de: { percent: 8.3, source: 'card' },
      es: { percent: 4.1, source: 'card' },
    },
    realTimeFactor: 0.26,
    memoryMegabytes: 802,
    trainingData: 'partly-named',
    defects: ['drops-first-word'],
  },
  {
    ...kroko,
    id: 'kroko-fr',
    name: 'Kroko FR',
    languages: ['fr'],
    download: releasedArchive(
      'sherpa-onnx-streaming-zipformer-fr-kroko-2025-08-06',
      57_220_361,
      'e6ffd3dc43725cd6c8137b05c739f15607d0df946b9b90eb141e10059efca024',
      krokoMembers,
    ),
  },
  {
    ...kroko,
    id: 'kroko-de',
    name: 'Kroko DE',
    languages: ['de'],
    download: releasedArchive(
      'sherpa-onnx-streaming-zipformer-de-kroko-2025-08-06',
      57_565_698,
      '9e27b783c20e67b0d0f13a258c1861fce199917c969d9176a438bee38df64962',
      krokoMembers,
    ),
  },
]
