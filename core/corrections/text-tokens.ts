import type { ShownAs } from './shown-text.ts'

/** A piece of a text between spaces, or a letter of a script without spaces. */
export interface TextToken {
  /** Index of its block. */
  readonly block: number
  readonly from: number
  readonly to: number
  /** What it is compared by: typographic and plain quotes, dashes and dots are the same. */
  readonly key: string
}

const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu

const same: readonly (readonly [RegExp, string])[] = [
  [/[‘’ʼ‚‹›]/gu, "'"],
  [/[“”„«»]/gu, '"'],
  [/\u2011/gu, '-'],
  [/…/gu, '...'],
  [/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, ''],
]

const isDash = /^[-–—]+$/u

/** The pieces of texts in order; captions have dashes of their own between voices, which are none. */
export function tokensOf(texts: readonly string[], shownAs: ShownAs): TextToken[] {
  return texts.flatMap((text, block) =>
    [...text.matchAll(token)].flatMap(({ 0: own, index }): TextToken[] => {
      const key = same.reduce((left, [mark, plain]) => left.replaceAll(mark, plain), own.normalize('NFC'))
      return key === '' || (shownAs === 'captions' && isDash.test(key))
        ? []
        : [{ block, from: index, to: index + own.length, key }]
    }),
  )
}
