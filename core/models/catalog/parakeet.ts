import type { CatalogModel } from '../catalog-model.ts'
import { releasedArchive, transducerMembers } from './releases.ts'

const european = 'bg hr cs da nl en et fi fr de el hu it lv lt mt pl pt ro sk sl es sv ru uk'.split(' ')

const parakeet = {
  maker: 'NVIDIA',
  kind: 'nemo-transducer',
  licence: 'CC-BY-4.0',
  gives: { times: true, confidence: true, punctuation: true },
} as const

/** NVIDIA's Parakeet models. Figures: their cards; speed and memory as reported by others. */
export const parakeetModels: readonly CatalogModel[] = [
  {
    ...parakeet,
    id: 'parakeet-tdt-0.6b-v3',
    name: 'Parakeet v3',
    languages: european,
    download: releasedArchive(
      'sherpa-onnx-nemo-parakeet-tdt-0.6b-v3-int8',
      487_170_055,
      '5793d0fd397c5778d2cf2126994d58e9d56b1be7c04d13c7a15bb1b4eafb16bf',
      transducerMembers,
    ),
    errors: {
      en: { percent: 4.83, source: 'FLEURS' },
      fr: { percent: 5.3, source: 'FLEURS' },
      de: { percent: 5.24, source: 'FLEURS' },
      es: { percent: 3.65, source: 'FLEURS' },
      it: { percent: 3.02, source: 'FLEURS' },
      pt: { percent: 4.96, source: 'FLEURS' },
      nl: { percent: 7.66, source: 'FLEURS' },
    },
    realTimeFactor: 0.107,
    memoryMegabytes: 923,
    trainingData: 'partly-named',
    defects: ['drifts-to-english', 'invents-openings'],
  },
  {
    ...parakeet,
    id: 'parakeet-unified-en-0.6b',
    name: 'Parakeet unified',
    languages: ['en'],
    download: releasedArchive(
      'sherpa-onnx-nemo-parakeet-unified-en-0.6b-int8-non-streaming',
      501_350_460,
      '99f63605b3a85a54c250c0869670a687b7d6598a47bf2421515e1f839a76e150',
      transducerMembers,
    ),
    errors: { en: { percent: 5.91, source: 'Open ASR' } },
    realTimeFactor: null,
    memoryMegabytes: null,
    trainingData: 'unknown',
    defects: [],
  },
  {
    ...parakeet,
    id: 'parakeet-tdt-0.6b-v2',
    name: 'Parakeet v2',
    languages: ['en'],
    download: releasedArchive(
      'sherpa-onnx-nemo-parakeet-tdt-0.6b-v2-int8',
      482_468_385,
      '157c157bc51155e03e37d2466522a3a737dd9c72bb25f36eb18912964161e1ad',
      transducerMembers,
    ),
    errors: { en: { percent: 7.04, source: 'AMI' } },
    realTimeFactor: 0.103,
    memoryMegabytes: 913,
    trainingData: 'unknown',
    defects: [],
  },
  {
    ...parakeet,
    id: 'parakeet-tdt-110m-en',
    name: 'Parakeet 110M',
    languages: ['en'],
    download: releasedArchive(
      'sherpa-onnx-nemo-parakeet_tdt_transducer_110m-en-36000-int8',
      108_035_095,
      'f628312e9fdf8686374cb01a69425c41732529d540860311f16f37cbc32cfe9b',
      transducerMembers,
    ),
    errors: { en: { percent: 8.4, source: 'FLEURS' } },
    realTimeFactor: null,
    memoryMegabytes: null,
    trainingData: 'partly-named',
    defects: [],
  },
]
