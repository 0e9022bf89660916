import type { Word } from '../transcript/transcript.ts'
import { abbreviation } from './abbreviations.ts'
import type { Amount } from './amounts.ts'
import { englishNumbers } from './english-numbers.ts'
import { writtenEnglish, writtenEnglishPair } from './english-writing.ts'
import { frenchNumbers } from './french-numbers.ts'
import { writtenFrench } from './french-writing.ts'
import { NumberScan } from './number-scan.ts'
import { spokenTokens, type WrittenSpan } from './spoken-tokens.ts'

/** This many consecutive numbers are a phone number or a count. */
const MANY_NUMBERS = 4

/** Words that join two numbers which are both in digits or both in words. */
const pairWords = new Set(['to', 'or', 'and', 'à', 'ou', 'et'])

/** A number of a paragraph and its written form; no `span`: as spoken. */
interface Item {
  readonly from: number
  readonly to: number
  /** Null if it is not a single number. */
  readonly amount: Amount | null
  span: WrittenSpan | null
}

// Words never change in place, so the same list has the same result; views ask again after each key.
const known = new WeakMap<readonly Word[], Map<string, readonly WrittenSpan[]>>()

/**
 * Where spoken numbers, dates, times, units and abbreviations are written differently: in digits from ten on,
 * and below that with a unit or in a date. Unclear cases stay as spoken: phone numbers, counts, fractions,
 * "one of them", the start of a sentence. In order, without overlaps; none in languages other than English
 * and French. The same object for the same list and language.
 * @param language ISO 639-1, with or without a region
 */
export function writtenNumbers(words: readonly Word[], language: string): readonly WrittenSpan[] {
  const own = language.slice(0, 2).toLowerCase()
  if (own !== 'en' && own !== 'fr') return []
  const byLanguage = known.get(words) ?? new Map<string, readonly WrittenSpan[]>()
  known.set(words, byLanguage)
  const before = byLanguage.get(own)
  if (before !== undefined) return before
  const made = findWritten(words, own)
  byLanguage.set(own, made)
  return made
}

function findWritten(words: readonly Word[], language: 'en' | 'fr'): WrittenSpan[] {
  const scan = new NumberScan(spokenTokens(words), language === 'en' ? englishNumbers : frenchNumbers)
  const items = itemsOf(scan, language)
  keepAlike(scan, items)
  const spans = items.flatMap(({ span }) => span ?? [])
  const taken = new Set(
    spans.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
  )
  for (const at of scan.tokens.keys()) {
    const span = taken.has(at) ? null : abbreviation(scan, at, language)
    if (span !== null) spans.push(span)
  }
  const isOther = ({ from, to, text }: WrittenSpan): boolean => from < to || words[from]?.text.trim() !== text
  return spans.filter(isOther).toSorted((a, b) => a.from - b.from)
}

function itemsOf(scan: NumberScan, language: 'en' | 'fr'): Item[] {
  const items: Item[] = []
  let reached = -1
  const add = (from: number, to: number, amount: Amount | null, span: WrittenSpan | null): void => {
    if (from <= reached) return
    // A sentence does not begin with digits.
    const begins = scan.tokens[span?.from ?? from]?.beginsSentence === true && amount?.isWritten !== true
    reached = Math.max(to, span?.to ?? to)
    items.push({ from: span?.from ?? from, to: reached, amount, span: begins ? null : span })
  }
  for (const run of scan.runs) {
    const amounts = run.from <= reached ? [] : scan.amountsOf(run)
    if (amounts === null)
      add(run.from, run.to, null, language === 'en' ? writtenEnglishPair(scan, run) : null)
    for (const amount of amounts ?? []) {
      const span = language === 'en' ? writtenEnglish(scan, amount) : writtenFrench(scan, amount)
      add(amount.from, amount.to, amount, span)
    }
  }
  return items
}

/** Numbers that belong together are written alike: "5 to 10 people"; a list of many stays as spoken. */
function keepAlike(scan: NumberScan, items: readonly Item[]): void {
  for (const list of listsOf(items)) {
    const isMixed = list.some(({ span }) => span === null) && list.some(({ span }) => span !== null)
    if (isMixed || list.length >= MANY_NUMBERS) for (const item of list) item.span = null
  }
  for (const item of items) {
    // « un » is a number only next to another: « un à dix ».
    const word = scan.before(item.from)?.bare ?? ''
    const one = pairWords.has(word) && word !== 'et' ? scan.before(item.from - 1)?.bare : undefined
    if (['un', 'une'].includes(one ?? '') && isPlain(item)) item.span = null
  }
  for (const [index, first] of items.entries()) {
    const second = items[index + 1]
    if (second === undefined || second.from !== first.to + 2) continue
    const isPair =
      pairWords.has(scan.after(first.to)?.bare ?? '') && scan.tokens[first.to + 1]?.isJoined === true
    if (!isPair || (first.span === null) === (second.span === null)) continue
    const [written, said] = first.span === null ? [second, first] : [first, second]
    const digits = digitsOf(scan, said)
    if (digits !== null) said.span = digits
    else if (said.amount?.isWritten !== true && isPlain(written)) written.span = null
  }
}

/** Numbers with only punctuation in between. */
function listsOf(items: readonly Item[]): Item[][] {
  const lists: Item[][] = []
  for (const item of items) {
    const last = lists.at(-1)
    if (last?.at(-1)?.to === item.from - 1) last?.push(item)
    else lists.push([item])
  }
  return lists.filter(({ length }) => length > 1)
}

/** A small number in digits after all; null if impossible, as "one" is not always a number. */
function digitsOf(scan: NumberScan, { amount, from }: Item): WrittenSpan | null {
  if (
    amount === null ||
    amount.value === 1 ||
    amount.isWritten ||
    amount.isLoose ||
    amount.isOrdinal ||
    amount.scale !== null
  )
    return null
  return scan.tokens[from]?.beginsSentence === true ? null : scan.span(amount.from, amount.to, amount.text)
}

const isPlain = ({ span, to, amount }: Item): boolean => span !== null && amount !== null && to === amount.to
