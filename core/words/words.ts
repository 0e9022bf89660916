import { isUnspaced } from '../language/unspaced-scripts.ts'
import type { Word } from '../transcript/transcript.ts'
import type { BandShares } from './band-shares.ts'
import type { Band, Decoded, Token } from './decoded.ts'

/**
 * Where a model's token times come from.
 * `attention`: cross-attention, starts early at pauses, corrected below; `tokens`: emission times, unchanged; `none`:
 * no times, words are spread over the voiced time (`spread.ts`).
 */
export type TimeSource = 'attention' | 'tokens' | 'none'

/** Correction of attention times, measured: the start error falls from 50/510 to 40/110 ms (median/p90, meetings). */
const SECONDS_A_WORD = 0.1
const SECONDS_A_LETTER = 0.05
const START_DELAY = 0.04
const TAIL_SECONDS = 0.15

const LETTER = /[\p{L}\p{N}]/u
const LETTERS = /[\p{L}\p{N}]/gu

/** A word before it has an id and a time in the recording. */
export interface UntimedWord {
  readonly before: string
  readonly text: string
  readonly band: Band | null
  readonly tokens: readonly Token[]
}

/** Groups tokens into words: a leading space begins one, punctuation belongs to the preceding word. */
export function groupTokens(tokens: readonly Token[]): UntimedWord[] {
  const words: { before: string; text: string; band: Band | null; tokens: Token[] }[] = []
  for (const token of tokens) {
    const text = token.text.trimStart()
    const before = token.text.slice(0, token.text.length - text.length)
    const current = words.at(-1)
    if (text === '') {
      continue
    }
    // Each token of a script without spaces is a word of its own.
    const joins =
      current !== undefined &&
      before === '' &&
      !(isUnspaced(text) && LETTER.test(text)) &&
      !(isUnspaced(current.text) && LETTER.test(text))
    if (joins) {
      current.text += text
      current.tokens.push(token)
      if (token.band !== null) current.band = Math.max(current.band ?? 0, token.band) as Band
    } else {
      words.push({ before: before === '' ? '' : ' ', text, band: token.band, tokens: [token] })
    }
  }
  return words.map((word) => ({ ...word, text: word.text.trimEnd() }))
}

interface Seconds {
  readonly start: number
  readonly end: number
}

function timesFromTokens(word: UntimedWord, source: TimeSource): Seconds {
  const first = word.tokens[0] as Token
  const last = word.tokens.at(-1) as Token
  const lastLetter = word.tokens.findLast((token) => LETTER.test(token.text)) ?? last
  const start = first.startSeconds as number
  const letterEnd = lastLetter.endSeconds as number
  const end = Math.min(last.endSeconds as number, letterEnd + TAIL_SECONDS)
  if (source !== 'attention') return { start, end }
  const letters = word.text.match(LETTERS)?.length ?? 0
  const corrected = Math.max(start, letterEnd - (SECONDS_A_WORD + SECONDS_A_LETTER * letters)) + START_DELAY
  return { start: corrected, end: Math.max(end, corrected) }
}

/**
 * The words of one decode, in milliseconds of the recording. `idPrefix` makes ids `<prefix>.<n>`; `firstNumber`
 * continues the numbering when a chunk consists of several decodes. For models without times, `spread` gives each
 * word its seconds (relative to the span).
 */
export function wordsOfDecode(
  decoded: Decoded,
  options: {
    readonly idPrefix: string
    readonly firstNumber?: number
    readonly times: TimeSource
    /** Share of the model's words that are right, by band; used as each word's confidence. */
    readonly rightByBand: BandShares
    readonly spread?: (words: readonly UntimedWord[]) => readonly Seconds[]
  },
): Word[] {
  const grouped = groupTokens(decoded.tokens.length > 0 ? decoded.tokens : wordTokens(decoded.text))
  const timed =
    options.times !== 'none' &&
    decoded.tokens.length > 0 &&
    decoded.tokens.every((token) => token.startSeconds !== null)
  const spread = timed ? null : options.spread?.(grouped)
  const offset = decoded.span.startSample / 16
  let floor = Math.round(offset)
  return grouped.map((word, index) => {
    const seconds = spread?.[index] ?? timesFromTokens(word, options.times)
    const startMs = Math.max(floor, Math.round(offset + seconds.start * 1000))
    const endMs = Math.max(startMs, Math.round(offset + seconds.end * 1000))
    floor = startMs
    return {
      id: `${options.idPrefix}.${(options.firstNumber ?? 0) + index}`,
      // A chunk follows other speech, so its first word needs a space whatever the model returned.
      before: index === 0 && !isUnspaced(word.text) ? ' ' : word.before,
      text: word.text,
      startMs,
      endMs,
      confidence: word.band === null ? null : options.rightByBand[word.band],
      origin: 'recognised' as const,
    }
  })
}

/** Substitute tokens for a model that returns only text. */
function wordTokens(text: string): Token[] {
  return text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => ({ text: ` ${word}`, startSeconds: null, endSeconds: null, band: null }))
}
