import type { NumberLanguage } from './number-language.ts'
import type { Token } from './spoken-tokens.ts'

/** A spoken number, by the indexes of its words. */
export interface Amount {
  readonly from: number
  readonly to: number
  /** Null for decimals and for numbers already in digits. */
  readonly value: number | null
  /** In digits, without the word for millions. */
  readonly text: string
  /** Index of that word, which stays a word: "2 million". */
  readonly scale: number | null
  /** "a hundred", « mille »: exact only before a unit. */
  readonly isLoose: boolean
  readonly isWritten: boolean
  readonly isOrdinal: boolean
}

/** Consecutive words that may be a number, by their indexes. */
export interface NumberRun {
  readonly from: number
  readonly to: number
}

/** Where number words directly follow one another. */
export function numberRuns(tokens: readonly Token[], language: NumberLanguage): NumberRun[] {
  const runs: NumberRun[] = []
  for (let from = 0; from < tokens.length; from += 1) {
    if (!startsRun(tokens, from, language)) continue
    let to = from
    while (tokens[to]?.isJoined === true && !isOrdinalWord(tokens[from], language)) {
      if (isNumber(tokens[to + 1], language)) to += 1
      else if (isBetween(tokens, to + 1, language)) to += 2
      else break
    }
    if (!isOrdinalWord(tokens[from], language)) to = ordinalEnd(tokens, to, language)
    runs.push({ from, to })
    from = to
  }
  return runs
}

const isNumber = (token: Token | undefined, language: NumberLanguage): boolean =>
  token !== undefined && (token.digits !== null || isNumberWord(token, language))

function isNumberWord({ parts }: Token, { words, link }: NumberLanguage): boolean {
  return parts.every(
    (part, index) => words.has(part) || (part === link && index > 0 && index < parts.length - 1),
  )
}

/** Also true for the last part of an ordinal: "twenty-first". */
function isOrdinalWord(token: Token | undefined, language: NumberLanguage): boolean {
  const { parts = [] } = token ?? {}
  const last = parts.at(-1) ?? ''
  return (
    language.ordinal([last]) !== null &&
    parts.slice(0, -1).every((part) => language.words.has(part) || part === language.link)
  )
}

/** Where a number continued by an ordinal ends: "one hundred and first". */
function ordinalEnd(tokens: readonly Token[], to: number, language: NumberLanguage): number {
  if (tokens[to]?.isJoined !== true) return to
  if (isOrdinalWord(tokens[to + 1], language)) return to + 1
  const link = tokens[to + 1]
  const isLinked = link?.bare === language.link && link.isJoined && isOrdinalWord(tokens[to + 2], language)
  return isLinked ? to + 2 : to
}

function startsRun(tokens: readonly Token[], at: number, language: NumberLanguage): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  const next = tokens[at + 1]
  // An article is not a number, but "a hundred" and « un million » are.
  if (['a', 'un', 'une'].includes(token.bare)) {
    const isPart = next !== undefined && token.isJoined && isNumber(next, language)
    const isPoint = isBetween(tokens, at + 1, language) && next?.bare === language.point.word
    if (token.bare === 'a') return isPart && (next.bare === 'hundred' || next.bare === 'thousand')
    return token.isJoined && ((isPart && language.scales.has(next.bare)) || isPoint)
  }
  return isNumber(token, language) || isOrdinalWord(token, language)
}

/** "and" or "point" between two numbers. */
function isBetween(tokens: readonly Token[], at: number, language: NumberLanguage): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (token?.isJoined !== true || !isNumber(next, language)) return false
  return token.bare === language.link || token.bare === language.point.word
}

/** The numbers of a run: one, or several joined by "and"; null if unclear, as in a phone number. */
export function amountsOf(
  tokens: readonly Token[],
  { from, to }: NumberRun,
  language: NumberLanguage,
): readonly Amount[] | null {
  const links: number[] = []
  for (let at = from + 1; at < to; at += 1) if (tokens[at]?.bare === language.link) links.push(at)
  const parted = (places: readonly number[]): readonly Amount[] | null => {
    const starts = [from, ...places.map((at) => at + 1)]
    const made = starts.map((start, index) =>
      amountOf(tokens, start, (places[index] ?? to + 1) - 1, language),
    )
    return made.every((amount) => amount !== null) ? made : null
  }
  const isBetweenTwo = ['between', 'entre'].includes(tokens[from - 1]?.bare ?? '')
  if (isBetweenTwo) {
    const ways = links.flatMap((at) => parted([at]) ?? [])
    if (ways.length === 2) return ways
  }
  return parted([]) ?? parted(links)
}

/** One number; null if the words are not one. */
function amountOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: NumberLanguage,
): Amount | null {
  const own = tokens.slice(from, to + 1)
  const last = own.at(-1)
  const base = { from, to, value: null, scale: null, isLoose: false, isWritten: false, isOrdinal: false }
  if (own.length > 1 && last !== undefined && language.scales.has(last.bare)) {
    const front = amountOf(tokens, from, to - 1, language)
    const isCounted =
      front !== null && !front.isOrdinal && (front.value === null || (front.value > 1 && front.value < 1_000))
    if (isCounted) return { ...front, to, scale: to, isLoose: false }
    if (front?.value === 1) return { ...base, value: 1e6, text: '', scale: to, isLoose: true }
  }
  const [only] = own
  if (own.length === 1 && only !== undefined && only.digits !== null)
    return { ...base, text: only.digits, isWritten: true }
  if (own.some(({ digits }) => digits !== null)) return null
  const parts = own.flatMap((token) => token.parts)
  const point = parts.indexOf(language.point.word)
  if (point >= 0) {
    const text = decimalText(parts, point, language)
    return text === null ? null : { ...base, text }
  }
  const ordinal = language.ordinal(parts)
  if (ordinal !== null)
    return { ...base, value: ordinal, text: language.ordinalText(ordinal), isOrdinal: true }
  const value = language.cardinal(parts)
  if (value === null) return null
  const isLoose = parts.length === 1 ? ['cent', 'mille'].includes(parts[0] ?? '') : isLooseHundred(parts)
  return { ...base, value, text: inGroups(value, language.groupMark), isLoose }
}

const isLooseHundred = (parts: readonly string[]): boolean =>
  parts.length === 2 && parts[0] === 'a' && ['hundred', 'thousand'].includes(parts[1] ?? '')

/** Numbers of four digits have no group mark, as they may be years. */
export function inGroups(value: number, mark: string): string {
  const digits = String(value)
  return digits.length < 5 ? digits : digits.replaceAll(/\B(?=(?:\d{3})+$)/gu, mark)
}

function decimalText(parts: readonly string[], point: number, language: NumberLanguage): string | null {
  const whole = language.cardinal(parts.slice(0, point))
  const rest = parts.slice(point + 1)
  if (whole === null || rest.length === 0) return null
  let zeros = ''
  let at = 0
  while (at < rest.length - 1 && ['zero', 'zéro', 'oh'].includes(rest[at] ?? '')) {
    zeros += '0'
    at += 1
  }
  const left = rest.slice(at)
  const digits = left.map((part) => language.cardinal([part]))
  const isByDigit = digits.every((digit) => digit !== null && digit < 10)
  const number = language.cardinal(left)
  const fraction = isByDigit ? digits.join('') : number !== null && number < 1_000 ? String(number) : null
  if (fraction === null) return null
  return inGroups(whole, language.groupMark) + language.point.text + zeros + fraction
}
