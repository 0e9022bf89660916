import { cp, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import tokenizer from 'llama-tokenizer-js'

/** Number of words in the tokenizer, followed by the time tokens that the model has but never writes. */
const WORDS = 32_000
const MARKS = 768

/**
 * Moonshine (MIT) from its npm package, in sherpa-onnx's layout: the two models, and a tokens.txt made
 * from the tokenizer's vocabulary.
 */
export async function makeMoonshineFolder(parent: string, size: 'tiny' | 'base' = 'tiny'): Promise<string> {
  const shipped = new URL(
    `../../../node_modules/@usefulsensors/moonshine-js/dist/model/${size}/quantized/`,
    import.meta.url,
  )
  const folder = path.join(parent, `moonshine-${size}`)
  await mkdir(folder)
  for (const name of ['encoder_model.onnx', 'decoder_model_merged.onnx']) {
    await cp(fileURLToPath(new URL(name, shipped)), path.join(folder, name))
  }
  const words = tokenizer.vocabById.slice(0, WORDS).map(writtenForSherpa)
  const marks = Array.from({ length: MARKS }, (_, index) => base64(`<<ST_${index}>>`))
  await writeFile(
    path.join(folder, 'tokens.txt'),
    [...words, ...marks].map((word, id) => `${word} ${id}\n`).join(''),
  )
  return folder
}

/** sherpa reads Moonshine's words as base64: `<0xNN>` stands for that byte, `▁` for a space. */
function writtenForSherpa(word: string): string {
  const byte = /^<0x([0-9A-F]{2})>$/u.exec(word)
  return byte ? Buffer.from(byte[1] as string, 'hex').toString('base64') : base64(word)
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')
