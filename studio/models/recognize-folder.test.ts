import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { modelKinds } from './kinds.ts'
import { supportsLanguage } from './languages.ts'
import { entryFromFolder, filesOfKind } from './recognize-folder.ts'

/** The kind detected for a folder with this name and these files. */
function kindOf(folder: string, files: readonly string[]): string | undefined {
  return modelKinds.find((kind) => (kind.folderName?.test(folder) ?? true) && filesOfKind(kind, files))?.kind
}

describe('the kind of a folder', () => {
  it.each([
    [
      'whisper',
      'sherpa-onnx-whisper-tiny.en',
      ['tiny.en-encoder.onnx', 'tiny.en-decoder.onnx', 'tiny.en-tokens.txt'],
    ],
    ['speaker-embedding', 'nemo_en_titanet_large', ['nemo_en_titanet_large.onnx']],
    ['speaker-embedding', 'wespeaker_en_voxceleb_CAM++', ['model.onnx']],
    ['whisper', 'whisper-base-beam5', ['encoder.onnx', 'decoder.onnx', 'tokens.txt']],
    [
      'nemo-transducer',
      'sherpa-onnx-nemo-parakeet-tdt-0.6b-v3-int8',
      ['encoder.int8.onnx', 'decoder.int8.onnx', 'joiner.int8.onnx', 'tokens.txt'],
    ],
    [
      'transducer',
      'sherpa-onnx-zipformer-en-2023-06-26',
      [
        'encoder-epoch-99-avg-1.onnx',
        'decoder-epoch-99-avg-1.onnx',
        'joiner-epoch-99-avg-1.onnx',
        'tokens.txt',
      ],
    ],
    [
      'moonshine-preprocessor',
      'sherpa-onnx-moonshine-tiny-en-int8',
      [
        'preprocess.onnx',
        'encode.int8.onnx',
        'uncached_decode.int8.onnx',
        'cached_decode.int8.onnx',
        'tokens.txt',
      ],
    ],
    ['moonshine', 'moonshine-tiny', ['encoder_model.onnx', 'decoder_model_merged.onnx', 'tokens.txt']],
    [
      'sense-voice',
      'sherpa-onnx-sense-voice-zh-en-ja-ko-yue',
      ['model.int8.onnx', 'model.onnx', 'tokens.txt'],
    ],
    ['paraformer', 'sherpa-onnx-paraformer-zh-2023-09-14', ['model.int8.onnx', 'tokens.txt']],
    ['nemo-ctc', 'sherpa-onnx-nemo-ctc-en-conformer-small', ['model.onnx', 'tokens.txt']],
    [
      'canary',
      'sherpa-onnx-nemo-canary-180m-flash-en-es-de-fr-int8',
      ['encoder.int8.onnx', 'decoder.int8.onnx', 'tokens.txt'],
    ],
  ])('%s: %s', (kind, folder, files) => {
    expect(kindOf(folder, files)).toBe(kind)
  })

  it.each([
    ['nothing', []],
    ['tokens alone', ['tokens.txt']],
    ['one model of no known name', ['model.onnx', 'tokens.txt']],
  ])('is unknown: %s', (_, files) => {
    expect(kindOf('folder', files)).toBeUndefined()
  })

  it('every kind names each file that its config uses', () => {
    for (const { files, folders = {}, config } of modelKinds) {
      const used = [...JSON.stringify(config).matchAll(/"file:(\w+)"/gu)].map(([, role]) => role as string)
      expect(used.sort()).toEqual(Object.keys({ ...files, ...folders }).sort())
    }
  })
})

describe('the entry of a folder', () => {
  it('holds a tokenizer’s folder and the weights that lie beside a model', async () => {
    const parent = await mkdtemp(path.join(os.tmpdir(), 'parolo model '))
    onTestFinished(() => rm(parent, { recursive: true }))
    const folder = path.join(parent, 'sherpa-onnx-funasr-nano')
    await mkdir(path.join(folder, 'Qwen3-0.6B'), { recursive: true })
    const names = [
      'encoder_adaptor.onnx',
      'llm.onnx',
      'llm.onnx.data',
      'embedding.onnx',
      'Qwen3-0.6B/vocab.json',
      'Qwen3-0.6B/merges.txt',
    ]
    for (const name of [...names, 'README.md']) await writeFile(path.join(folder, name), name)
    const entry = await entryFromFolder(folder)
    expect(entry.kind).toBe('funasr-nano')
    expect(new Set(Object.keys(entry.files))).toEqual(new Set(names))
    expect(entry.config).toMatchObject({ funasrNano: { tokenizer: 'file:Qwen3-0.6B' } })
  })
})

describe('speaks', () => {
  it.each([
    [['en'], 'en', true],
    [['en'], 'fr', false],
    [['*'], 'fr', true],
    [['*'], 'yo', true],
    [['*'], 'xx', false],
    [[], 'fr', true],
  ])('a model of %j, asked for %s: %s', (languages, language, expected) => {
    expect(supportsLanguage(languages, language)).toBe(expected)
  })
})
