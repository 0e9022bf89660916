import type { CatalogModel } from '../catalog-model.ts'
import { RELEASES } from './releases.ts'

const TITANET = 'nemo_en_titanet_large.onnx'

/** Models that tell voices apart. */
export const voiceModels: readonly CatalogModel[] = [
  {
    id: 'titanet-large-en',
    name: 'TitaNet large',
    maker: 'NVIDIA',
    kind: 'speaker-embedding',
    role: 'embedding',
    licence: 'CC-BY-4.0',
    languages: [],
    download: {
      files: [
        {
          name: TITANET,
          url: `${RELEASES}/speaker-recongition-models/${TITANET}`,
          bytes: 101_405_493,
          sha256: 'd51abcf31717ef28162f26acb9d44dd4127c3d44c9b8624f699f3425daca8e77',
        },
      ],
    },
    gives: { times: false, confidence: false, punctuation: false },
    errors: {},
    realTimeFactor: null,
    memoryMegabytes: null,
    trainingData: 'partly-named',
    defects: [],
  },
]
