import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { makeWithHotwords } from './hotwords.ts'

interface Made {
  readonly hotwordsFile?: string
  readonly modelConfig: { readonly bpeVocab?: string; readonly modelingUnit?: string }
}

/** The config that sherpa receives, with the contents of its files. */
async function makeFor(
  pieces: readonly string[],
  hotwords: readonly string[],
  others: Record<string, string> = {},
) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-tokens-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const tokens = path.join(folder, 'tokens.txt')
  await writeFile(tokens, pieces.map((piece, id) => `${piece} ${id}\n`).join(''))
  for (const [name, content] of Object.entries(others)) await writeFile(path.join(folder, name), content)
  const given = { modelConfig: { tokens }, decodingMethod: 'greedy_search', hotwords }
  return makeWithHotwords(given, async (config) => {
    const { hotwordsFile, modelConfig } = config as Made
    const read = (file: string | undefined) => (file === undefined ? null : readFile(file, 'utf8'))
    return { config, hotwordsFile, words: await read(hotwordsFile), vocab: await read(modelConfig.bpeVocab) }
  })
}

it('a beam search looks for the words, in files that are there only while the model is loaded', async () => {
  const pieces = ['<blk>', '<unk>', '▁HE', 'LL', 'O']
  const { config, hotwordsFile, words, vocab } = await makeFor(pieces, ['Hello', 'Okonjo Ada'])
  expect(config).toMatchObject({
    decodingMethod: 'modified_beam_search',
    modelConfig: { modelingUnit: 'bpe' },
  })
  expect(config).not.toHaveProperty('hotwords')
  expect(words).toBe('HELLO\nOKONJO ADA\n')
  expect(vocab).toBe('▁HE\t-1\nLL\t-1\nO\t-1\n')
  expect(existsSync(hotwordsFile ?? '')).toBe(false)
})

it('words are in the case of the model, with its own scores where it has them', async () => {
  const { words, vocab } = await makeFor(['▁he', 'll'], ['Hello'], { 'bpe.vocab': '▁he\t-2.5\n' })
  expect({ words, vocab }).toEqual({ words: 'hello\n', vocab: '▁he\t-2.5\n' })
  expect((await makeFor(['▁He', 'll'], ['Hello'])).words).toBe('Hello\n')
  const chinese = await makeFor(['你', '▁he'], ['你好'])
  expect(chinese.config).toMatchObject({ modelConfig: { modelingUnit: 'cjkchar+bpe' } })
})

it('without words, or with tokens that are no pieces of words, everything is as before', async () => {
  for (const [pieces, hotwords] of [
    [['▁he'], []],
    [['h', 'e', 'l'], ['hello']],
  ] as const) {
    const { config, words } = await makeFor(pieces, hotwords)
    expect(config).toMatchObject({ decodingMethod: 'greedy_search' })
    expect(config).not.toHaveProperty('hotwords')
    expect(words).toBeNull()
  }
})
