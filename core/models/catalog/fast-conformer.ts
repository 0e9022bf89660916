import type { CatalogModel } from '../catalog-model.ts'
import { releasedArchive, transducerMembers } from './releases.ts'

const fastConformer = {
  maker: 'NVIDIA',
  kind: 'nemo-transducer',
  gives: { times: true, confidence: true, punctuation: true },
  errors: {},
  realTimeFactor: null,
  trainingData: 'unknown',
} as const

/** NVIDIA's small FastConformer models; nobody has published their error rates. */
export const fastConformerModels: readonly CatalogModel[] = [
  {
    ...fastConformer,
    id: 'fast-conformer-10-languages',
    name: 'FastConformer 10',
    licence: 'CC-BY-4.0',
    defects: ['licence-unverified'],
    languages: ['be', 'de', 'en', 'es', 'fr', 'hr', 'it', 'pl', 'ru', 'uk'],
    download: releasedArchive(
      'sherpa-onnx-nemo-fast-conformer-transducer-be-de-en-es-fr-hr-it-pl-ru-uk-20k-int8',
      106_546_673,
      '06072bad277f0f4c29cc866d7c62b0e47936da39afafeae453faa925025ccad6',
      transducerMembers,
    ),
    memoryMegabytes: 300,
  },
  {
    ...fastConformer,
    id: 'fast-conformer-pt',
    name: 'FastConformer PT',
    licence: null,
    defects: ['licence-unverified'],
    languages: ['pt'],
    download: releasedArchive(
      'sherpa-onnx-nemo-transducer-stt_pt_fastconformer_hybrid_large_pc-int8',
      106_541_116,
      '870714949ac14c5a81a14e9f87f3e5e1bc81b127e23daff40c935de690a91bd2',
      transducerMembers,
    ),
    memoryMegabytes: null,
  },
]
