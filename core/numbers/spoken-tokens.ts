import { endsSentence } from '../fillers/find-fillers.ts'
import type { Word } from '../transcript/transcript.ts'

/** A word as the number rules use it. */
export interface Token {
  /** Punctuation before and after, kept when the word is written differently. */
  readonly lead: string
  readonly tail: string
  /** The rest, in lower case, with a straight apostrophe. */
  readonly bare: string
  /** `bare` without hyphens. */
  readonly parts: readonly string[]
  readonly isCapital: boolean
  /** The next word follows immediately: no punctuation and no pause in between. */
  readonly isJoined: boolean
  readonly beginsSentence: boolean
  /** Its digits as written, with a decimal mark. */
  readonly digits: string | null
}

/** Words separated by a longer pause (ms) are not a single number. */
const MAX_PAUSE = 1_000

const DIGITS = /^\d{1,3}(?:[ \u00A0\u202F.,]\d{3})*(?:[.,]\d{1,2})?$|^\d+(?:[.,]\d+)?$/u

export function spokenTokens(words: readonly Word[]): Token[] {
  return words.map(({ text, endMs }, index) => {
    const plain = text.trim().replaceAll('’', "'").replaceAll(/[‐‑]/gu, '-')
    const lead = /^[^\p{L}\p{N}]*/u.exec(plain)?.[0] ?? ''
    const tail = /[^\p{L}\p{N}]*$/u.exec(plain.slice(lead.length))?.[0] ?? ''
    const bare = plain.slice(lead.length, plain.length - tail.length)
    const [before, next] = [words[index - 1], words[index + 1]]
    const isApart =
      next === undefined || next.startMs - endMs > MAX_PAUSE || /^[^\p{L}\p{N}]/u.test(next.text)
    const begins = before === undefined || endsSentence(before.text)
    return {
      lead,
      tail,
      bare: bare.toLowerCase(),
      parts: bare.toLowerCase().split('-'),
      isCapital: /^\p{Lu}/u.test(bare),
      isJoined: tail === '' && !isApart,
      beginsSentence: begins && /^\p{Lu}/u.test(bare),
      digits: DIGITS.test(bare) ? bare : null,
    }
  })
}

/** Words that are written as one, by the indexes of the first and the last. */
export interface WrittenSpan {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Without the lead of the first and the tail of the last word. */
export function spanOf(tokens: readonly Token[], from: number, to: number, text: string): WrittenSpan {
  return { from, to, text: (tokens[from]?.lead ?? '') + text + (tokens[to]?.tail ?? '') }
}

/** Whether the words from `at` on are these, without a pause or punctuation in between. */
export function isSaid(tokens: readonly Token[], at: number, said: readonly string[]): boolean {
  return said.every((word, index) => {
    const token = tokens[at + index]
    return token?.bare === word && (index === said.length - 1 || token.isJoined)
  })
}
