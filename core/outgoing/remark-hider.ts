import { holdsSecret, keyOf, secretsIn, type Token, tokensOf, withHidden } from './redacted-wording.ts'

/** What was said, as far as it matters for texts about other words. */
export interface SaidWords {
  /** Texts of words where nothing is redacted, in stretches that follow each other. */
  readonly open: readonly (readonly string[])[]
  /** Texts of redacted words, those that follow each other together. */
  readonly runs: readonly (readonly string[])[]
  /** Names of redacted voices. */
  readonly voices: readonly string[]
}

/** Letters of a script without capitals count, as any of its words may be a name. */
const likeName = /[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u

/** A run of up to this many words is a name, a term or a number: each of its longer words counts, also without capitals. */
const LONGEST_TERM = 4
const SHORTEST_IN_TERM = 4
/** Of longer runs, so many words that follow each other are a quote. */
const SHORTEST_QUOTE = 3
/** A telephone number is written in many ways: so many of its digits in a row are a part of it. */
const SHORTEST_PART_OF_NUMBER = 4
const SHORTEST_LONG_NUMBER = 6

/**
 * Hides redacted words in texts that are about other words: names and numbers (words with a capital or a digit), the
 * words of short redactions, quotes of long ones, and their digits in any spelling. Null if there are none. What is
 * also said where nothing is redacted stays.
 */
export function hiderOf(said: SaidWords, placeholder: string): ((text: string) => string) | null {
  const { voices, runs } = said
  const open = new Set(said.open.flat().map(keyOf))
  const names = [...runs.flatMap(namesIn), ...voices].map((text) => ({ text, redaction: null }))
  const secrets = new Set([...secretsIn(names)].filter((secret) => secret.length > 1 && !open.has(secret)))
  const quotes = quotesIn(runs.map(keysOf), said.open.map(keysOf))
  const openNumbers = new Set(
    said.open.flatMap((stretch) => numbersIn(tokensIn(stretch)).map(({ digits }) => digits)),
  )
  const numbers = runs.map((run) => run.join('').replaceAll(/\D/gu, '')).filter((digits) => digits.length > 1)
  if (secrets.size === 0 && quotes.size === 0 && numbers.length === 0) return null
  return (text) => {
    const tokens = tokensOf(text)
    const hidden = new Map<number, string>()
    for (const [at, token] of tokens.entries()) if (holdsSecret(token, secrets)) hidden.set(at, placeholder)
    for (const [from, to] of [...quotedIn(tokens, quotes), ...numbered(tokens, numbers, openNumbers)])
      for (let at = from; at < to; at += 1) hidden.set(at, placeholder)
    return hidden.size === 0 ? text : withHidden(tokens, hidden)
  }
}

const namesIn = (run: readonly string[]): string[] =>
  run.filter(
    (text) => likeName.test(text) || (run.length <= LONGEST_TERM && keyOf(text).length >= SHORTEST_IN_TERM),
  )

const keysOf = (run: readonly string[]): string[] => run.map(keyOf).filter((key) => key !== '')

const joined = (keys: readonly string[]): string => keys.join(' ')

/** Words that follow each other in a run and nowhere else: all of a short run, each three of a long one. */
function quotesIn(
  runs: readonly (readonly string[])[],
  open: readonly (readonly string[])[],
): ReadonlyMap<string, number> {
  const quotes = new Map<string, number>()
  for (const keys of runs) {
    if (keys.length < 2) continue
    const length = keys.length <= LONGEST_TERM ? keys.length : SHORTEST_QUOTE
    for (let from = 0; from + length <= keys.length; from += 1) {
      const quote = keys.slice(from, from + length)
      if (quote.some((key) => key.length >= SHORTEST_IN_TERM)) quotes.set(joined(quote), length)
    }
  }
  const lengths = new Set(quotes.values())
  for (const keys of open) {
    for (const length of lengths) {
      for (let from = 0; from + length <= keys.length; from += 1)
        quotes.delete(joined(keys.slice(from, from + length)))
    }
  }
  return quotes
}

function quotedIn(tokens: readonly Token[], quotes: ReadonlyMap<string, number>): [number, number][] {
  const spoken = tokens.flatMap(({ key }, at) => (key === '' ? [] : [{ key, at }]))
  const spans: [number, number][] = []
  for (const length of new Set(quotes.values())) {
    for (let from = 0; from + length <= spoken.length; from += 1) {
      const own = spoken.slice(from, from + length)
      const [first, last] = [own[0], own.at(-1)]
      if (first !== undefined && last !== undefined && quotes.has(joined(own.map(({ key }) => key))))
        spans.push([first.at, last.at + 1])
    }
  }
  return spans
}

interface WrittenNumber {
  readonly from: number
  readonly to: number
  readonly digits: string
}

const tokensIn = (texts: readonly string[]): Token[] => tokensOf(texts.join(' '))

/** Groups of digits that follow each other: 06 12 34, 06.12.34, +33 (0)6. */
function numbersIn(tokens: readonly Token[]): WrittenNumber[] {
  const numbers: WrittenNumber[] = []
  for (const [at, { text }] of tokens.entries()) {
    if (!/^[^\p{L}]*\d[^\p{L}]*$/u.test(text)) continue
    const digits = text.replaceAll(/\D/gu, '')
    const before = numbers.at(-1)
    const goesOn = before?.to === at && !/[,;.:!?]$/u.test(tokens[at - 1]?.text ?? '')
    if (before !== undefined && goesOn)
      numbers[numbers.length - 1] = { from: before.from, to: at + 1, digits: before.digits + digits }
    else numbers.push({ from: at, to: at + 1, digits })
  }
  return numbers
}

function numbered(
  tokens: readonly Token[],
  secret: readonly string[],
  open: ReadonlySet<string>,
): [number, number][] {
  const isSecret = (digits: string): boolean =>
    !open.has(digits) && secret.some((own) => own === digits || isPartOf(digits, own))
  return numbersIn(tokens)
    .filter(({ digits }) => isSecret(digits))
    .map(({ from, to }) => [from, to])
}

/** Whether both have so many digits in a row in common. */
function isPartOf(digits: string, secret: string): boolean {
  if (secret.length < SHORTEST_LONG_NUMBER) return false
  for (let from = 0; from + SHORTEST_PART_OF_NUMBER <= digits.length; from += 1)
    if (secret.includes(digits.slice(from, from + SHORTEST_PART_OF_NUMBER))) return true
  return false
}
