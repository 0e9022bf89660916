import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

/** A hotword's bonus per token, in log probability; sherpa's own default. */
const SCORE = 1.5

interface HotwordConfig {
  readonly hotwords?: readonly string[]
  readonly modelConfig?: { readonly tokens?: string }
}

/**
 * Creates a recognizer that looks for `config.hotwords` in a beam search; without hotwords, or if the model's
 * tokens are not word pieces, exactly as configured. The hotwords' files exist only during creation.
 */
export async function makeWithHotwords<Made>(
  given: object,
  make: (config: object) => Made | Promise<Made>,
): Promise<Made> {
  const { hotwords = [], ...config } = given as HotwordConfig
  const tokens = config.modelConfig?.tokens
  if (hotwords.length === 0 || tokens === undefined) return make(config)
  const pieces = await piecesOf(tokens)
  const unit = unitOf(pieces)
  if (unit === null) return make(config)
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-hotwords-'))
  try {
    const hotwordsFile = path.join(folder, 'hotwords.txt')
    const bpeVocab = (await vocabBeside(tokens)) ?? path.join(folder, 'pieces.vocab')
    await writeFile(hotwordsFile, hotwords.map((word) => `${inCaseOf(pieces, word)}\n`).join(''))
    // Equal scores favor the fewest pieces: the model's release lacks those of its training.
    if (path.dirname(bpeVocab) === folder)
      await writeFile(bpeVocab, pieces.map((piece) => `${piece}\t-1\n`).join(''))
    return await make({
      ...config,
      modelConfig: { ...config.modelConfig, modelingUnit: unit, ...(unit === 'cjkchar' ? {} : { bpeVocab }) },
      decodingMethod: 'modified_beam_search',
      maxActivePaths: 4,
      hotwordsFile,
      hotwordsScore: SCORE,
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** One token per line, with its number. */
async function piecesOf(tokens: string): Promise<string[]> {
  const lines = (await readFile(tokens, 'utf8')).split('\n')
  return lines
    .flatMap((line) => /^(\S+)\s+\d+\s*$/u.exec(line)?.[1] ?? [])
    .filter((piece) => !/^<.*>$/u.test(piece))
}

/** sherpa's name for the tokenization; null if the tokens are not pieces of written words. */
function unitOf(pieces: readonly string[]): 'bpe' | 'cjkchar' | 'cjkchar+bpe' | null {
  const hasPieces = pieces.some((piece) => piece.startsWith('▁'))
  const hasCharacters = pieces.some((piece) => /^\p{Script=Han}$/u.test(piece))
  if (hasPieces) return hasCharacters ? 'cjkchar+bpe' : 'bpe'
  return hasCharacters ? 'cjkchar' : null
}

/** Many models have letters of only one case. */
function inCaseOf(pieces: readonly string[], word: string): string {
  const letters = pieces.join('')
  if (!/\p{Ll}/u.test(letters)) return word.toUpperCase()
  return /\p{Lu}/u.test(letters) ? word : word.toLowerCase()
}

/** The scores of the model's own pieces, if its folder has them. */
async function vocabBeside(tokens: string): Promise<string | null> {
  const folder = path.dirname(tokens)
  const name = (await readdir(folder)).find((each) => /(?:bpe|unigram).*\.vocab$/u.test(each))
  return name === undefined ? null : path.join(folder, name)
}
