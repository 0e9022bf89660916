import type { CatalogModel } from '../catalog-model.ts'
import { releasedArchive } from './releases.ts'

/** A commit, so that the files cannot change. */
const SMALL =
  'https://huggingface.co/clairemcw/sherpa-onnx-whisper-small-attention/resolve/9a896a02c311676d366ebfda3797753df4153fe2'

const whisper = {
  maker: 'OpenAI',
  licence: 'MIT',
  languages: ['*'],
  trainingData: 'closed',
} as const

export const whisperModels: readonly CatalogModel[] = [
  {
    ...whisper,
    id: 'whisper-small-attention',
    name: 'Whisper small',
    kind: 'whisper-attention',
    download: {
      files: [
        {
          name: 'small-encoder.int8.onnx',
          url: `${SMALL}/small-encoder.int8.onnx`,
          bytes: 112_445_386,
          sha256: '570e2b92cce6a8be62dc37934057b82dd601298ecb3a2a25161542e2b59862aa',
        },
        {
          name: 'small-decoder.int8.onnx',
          url: `${SMALL}/small-decoder.int8.onnx`,
          bytes: 262_482_583,
          sha256: '63233cc33d6c11ae514467a69132de87cc61e6b28d3dab40cdf8b0e3060a3439',
        },
        {
          name: 'small-tokens.txt',
          url: `${SMALL}/small-tokens.txt`,
          bytes: 816_730,
          sha256: 'b34b360dbb493e781e479794586d661700670d65564001f23024971d1f2fa126',
        },
      ],
    },
    gives: { times: true, confidence: false, punctuation: true },
    errors: {},
    realTimeFactor: null,
    memoryMegabytes: null,
    defects: ['breaks-some-scripts', 'third-party-export'],
  },
  {
    ...whisper,
    id: 'whisper-turbo',
    name: 'Whisper turbo',
    kind: 'whisper',
    download: releasedArchive(
      'sherpa-onnx-whisper-turbo',
      563_790_207,
      'b11acbbcd660b44a8e0df33724feb5aaa709cf65668f2823d59f656312544f22',
      ['turbo-encoder.int8.onnx', 'turbo-decoder.int8.onnx', 'turbo-tokens.txt'],
    ),
    gives: { times: false, confidence: false, punctuation: true },
    errors: { fr: { percent: 5.51, source: 'FLEURS' } },
    realTimeFactor: 1,
    memoryMegabytes: 1826,
    defects: ['breaks-some-scripts'],
  },
]
