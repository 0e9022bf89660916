import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bandSharesOf } from '#core/words/band-shares'
import { modelPath, recognizerConfig } from './model-config.ts'
import { DEFAULT_MODELS, modelIdentity, modelSha256, ModelStore } from './model-store.ts'

const embedded = fileURLToPath(new URL('../../resources/models', import.meta.url))

let root: string
let store: ModelStore
let added: string
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'parolo models-'))
})
beforeEach(async () => {
  added = await mkdtemp(path.join(root, 'added-'))
  store = new ModelStore(embedded, added)
})
afterAll(() => rm(root, { recursive: true, force: true }))

async function folderWith(name: string, files: readonly string[]): Promise<string> {
  const folder = path.join(await mkdtemp(path.join(root, 'made-')), name)
  await mkdir(folder)
  for (const file of files) await writeFile(path.join(folder, file), `the bytes of ${file}`)
  return folder
}

const whisperFiles = [
  'tiny-encoder.int8.onnx',
  'tiny-encoder.onnx',
  'tiny-decoder.onnx',
  'tiny-tokens.txt',
  'README.md',
]

describe('the embedded models', () => {
  it('are there for every role, whole by their hashes', async () => {
    const models = await store.list()
    expect(models.map(({ entry }) => entry.id).sort()).toEqual(Object.values(DEFAULT_MODELS).sort())
    for (const model of models) {
      expect(model.embedded).toBe(true)
      expect(await store.verify(model)).toEqual({ model, problems: [] })
      await store.ensureVerified(model)
    }
  })

  it('are found by the ids of those that they took the place of', async () => {
    const { entry } = await store.find('whisper-base-int8')
    expect(entry.id).toBe(DEFAULT_MODELS.recognizer)
  })

  it('have the band shares by which core reads their transcripts', async () => {
    for (const model of await store.list()) {
      if (model.entry.role !== 'recogniser') continue
      const run = { models: [modelIdentity(model, 'recogniser')] }
      expect(bandSharesOf(run)).toEqual(model.entry.rightByBand)
    }
  })

  it('a recogniser config names files that are there', async () => {
    const { modelConfig } = recognizerConfig(await store.find(DEFAULT_MODELS.recognizer), 'fr') as {
      modelConfig: { whisper: { encoder: string; language: string }; tokens: string; numThreads: number }
    }
    expect(modelConfig).toMatchObject({ whisper: { language: 'fr' }, numThreads: 1 })
    expect((await readFile(modelConfig.tokens, 'utf8')).length).toBeGreaterThan(1000)
    expect(path.isAbsolute(modelConfig.whisper.encoder)).toBe(true)
    expect(modelPath(await store.find(DEFAULT_MODELS.segmentation), 'stubEmbedding')).toMatch(
      /stub-embedding\.onnx$/u,
    )
  })

  it('one changed byte of one file is found before the model is loaded', async () => {
    const copy = path.join(root, 'copy')
    await cp(embedded, copy, { recursive: true, filter: (file) => !file.includes('whisper') })
    const damaged = new ModelStore(copy, added)
    const detector = await damaged.find(DEFAULT_MODELS['speech-detection'])
    await damaged.ensureVerified(detector)
    const file = path.join(detector.folder, 'silero_vad_v6.onnx')
    const bytes = await readFile(file)
    bytes[1000] = (bytes[1000] as number) ^ 1
    await writeFile(file, bytes)
    expect((await damaged.verify(detector)).problems).toEqual([{ file, problem: 'hash' }])
    await expect(new ModelStore(copy, added).ensureVerified(detector)).rejects.toMatchObject({
      code: 'model.damaged',
      values: { id: 'silero-vad-v6', file },
    })
    await appendFile(file, 'x')
    expect((await damaged.verify(detector)).problems).toEqual([{ file, problem: 'size' }])
    const recognizer = await damaged.find(DEFAULT_MODELS.recognizer)
    await expect(damaged.ensureVerified(recognizer)).rejects.toMatchObject({ code: 'model.missing' })
  })
})

describe('adding a model', () => {
  it('copies what belongs to it, the lighter of two files, and remembers their hashes', async () => {
    const model = await store.add(await folderWith('Whisper Tiny (mine)', whisperFiles))
    expect(model.entry).toMatchObject({
      id: 'whisper-tiny-mine',
      kind: 'whisper',
      role: 'recogniser',
      languages: ['*'],
    })
    expect(Object.keys(model.entry.files).sort()).toEqual([
      'tiny-decoder.onnx',
      'tiny-encoder.int8.onnx',
      'tiny-tokens.txt',
    ])
    expect((await readdir(model.folder)).sort()).toEqual(
      [...Object.keys(model.entry.files), 'model.json'].sort(),
    )
    expect((await store.verify(model)).problems).toEqual([])
    expect(await new ModelStore(embedded, added).find('whisper-tiny-mine')).toEqual(model)
  })

  it('refuses one of the same name, and leaves the first as it is', async () => {
    const first = await store.add(await folderWith('mine-whisper', whisperFiles))
    const other = await folderWith('mine-whisper', ['encoder.onnx', 'decoder.onnx', 'tokens.txt'])
    await expect(store.add(other)).rejects.toMatchObject({
      code: 'model.exists',
      values: { id: 'mine-whisper' },
    })
    expect((await store.verify(first)).problems).toEqual([])
  })

  it.each([
    ['an empty folder', 'nothing', []],
    ['half a model', 'whisper', ['encoder.onnx', 'tokens.txt']],
    ['other files', 'holiday', ['beach.jpg', 'notes.txt']],
  ])('refuses %s', async (_, name, files) => {
    await expect(store.add(await folderWith(name, files))).rejects.toMatchObject({ code: 'model.bad-folder' })
    expect(await readdir(added)).toEqual([])
  })

  it('refuses what is no folder', async () => {
    await expect(store.add(path.join(root, 'nowhere'))).rejects.toMatchObject({ code: 'model.bad-folder' })
  })
})

describe('removing a model', () => {
  it('takes its files away', async () => {
    await store.add(await folderWith('gone-whisper', whisperFiles))
    await store.remove('gone-whisper')
    expect(await readdir(added)).toEqual([])
    await expect(store.find('gone-whisper')).rejects.toMatchObject({ code: 'model.unknown' })
  })

  it('never takes an embedded one', async () => {
    await expect(store.remove(DEFAULT_MODELS.recognizer)).rejects.toMatchObject({ code: 'model.embedded' })
  })
})

describe('a model that cannot be read', () => {
  const entry = (changes: object) => JSON.stringify({ id: 'later', name: 'Later', ...changes })
  const unreadable = async (name: string, text: string) => {
    await mkdir(path.join(added, name))
    await writeFile(path.join(added, name, 'model.json'), text)
  }

  it.each([
    ['an empty list of files', ''],
    ['half a list of files', '{"id": "lat'],
    ['a list of another shape', '[]'],
    [
      'a role of a newer program',
      entry({ role: 'translator', kind: 'x', licence: '', source: '', files: {} }),
    ],
  ])('with %s: every other is there, that one is told of and left alone', async (_, text) => {
    const mine = await store.add(await folderWith('mine-whisper', whisperFiles))
    await unreadable('later', text)
    const { entry: found } = await store.find(DEFAULT_MODELS.recognizer)
    expect(found.id).toBe(DEFAULT_MODELS.recognizer)
    expect((await store.list()).filter((model) => !model.embedded)).toEqual([mine])
    const [only, ...others] = await store.unreadable()
    expect(others).toEqual([])
    expect(only).toMatchObject({ id: 'later', folder: path.join(added, 'later') })
    expect(only?.fault).toMatchObject({
      code: 'model.unreadable',
      values: { id: 'later', file: path.join(added, 'later', 'model.json') },
    })
    expect(only?.fault.detail).not.toBe('')
    await expect(store.find('later')).rejects.toMatchObject({ code: 'model.unreadable' })
    expect(await readFile(path.join(added, 'later', 'model.json'), 'utf8')).toBe(text)
  })

  it('keeps its place from another of the same name, until a person removes it', async () => {
    await unreadable('mine-whisper', '')
    const folder = await folderWith('mine-whisper', whisperFiles)
    await expect(store.add(folder)).rejects.toMatchObject({ code: 'model.exists' })
    await store.remove('mine-whisper')
    expect(await readdir(added)).toEqual([])
    expect((await store.add(folder)).entry.id).toBe('mine-whisper')
  })
})

describe('the identity of a model', () => {
  it('is that of its bytes and their names, wherever they lie', async () => {
    const one = await store.add(await folderWith('one-whisper', whisperFiles))
    const two = await store.add(await folderWith('two-whisper', whisperFiles))
    const other = await store.add(
      await folderWith('x-whisper', ['encoder.onnx', 'decoder.onnx', 'tokens.txt']),
    )
    expect(modelSha256(one.entry)).toBe(modelSha256(two.entry))
    expect(modelSha256(other.entry)).not.toBe(modelSha256(one.entry))
    expect(modelIdentity(one, 'recogniser')).toEqual({
      role: 'recogniser',
      id: 'one-whisper',
      sha256: modelSha256(one.entry),
    })
  })
})
