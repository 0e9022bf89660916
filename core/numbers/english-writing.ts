import type { Amount, NumberRun } from './amounts.ts'
import { englishNumbers, englishParts } from './english-numbers.ts'
import { hundredths, type NumberScan, plainNumber, wholeOf } from './number-scan.ts'
import type { WrittenSpan } from './spoken-tokens.ts'
import { englishUnits } from './units.ts'

const months = new Set(
  'january february march april may june july august september october november december'.split(' '),
)
const currencies = new Map([
  ['euro', '€'],
  ['euros', '€'],
  ['dollar', '$'],
  ['dollars', '$'],
])
/** Words before a time of day. */
const timeWords = new Set('at by until till around about before after from since'.split(' '))
const halves = new Set(['am', 'pm', 'a.m', 'p.m'])
/** Words before a year. */
const yearWords = new Set(
  'in since by until till of year from before after around during mid early late'.split(' '),
)
const counted = new Set(
  'hours minutes seconds days weeks months years percent per people dollars euros times'.split(' '),
)
const fractions = new Set(
  'half halves third thirds quarter quarters fifths sixths sevenths eighths ninths tenths'.split(' '),
)

/** How a number is written; null if it stays as spoken. */
export function writtenEnglish(scan: NumberScan, amount: Amount): WrittenSpan | null {
  const { from, to, isOrdinal, isWritten, text } = amount
  const next = scan.after(to)
  if (next !== undefined && fractions.has(next.bare)) return null
  if (scan.isSaidAfter(to, 'and', 'a') && fractions.has(scan.tokens[to + 3]?.bare ?? '')) return null
  const isDay = isDayOfMonth(scan, amount)
  if (isOrdinal) {
    // "A twenty-second break" does not contain an ordinal.
    const isUnclear = scan.tokens[to]?.parts.at(-1) === 'second'
    return isDay ? scan.span(from, to, text) : isUnclear ? null : plainNumber(scan, amount)
  }
  if (isDay && !isWritten) return scan.span(from, to, text)
  const paid = price(scan, amount)
  if (paid !== undefined) return paid
  const unit = amount.scale === null ? scan.unitAfter(to, englishUnits) : null
  if (unit !== null) return scan.span(from, unit.to, text + unit.written)
  const hour = wholeOf(amount)
  if (next !== undefined && halves.has(next.bare) && hour !== null && hour >= 1 && hour <= 12)
    return isWritten ? null : scan.span(from, to, text)
  const isClock = next?.bare === "o'clock" || isPastHour(scan, from)
  return isClock ? null : plainNumber(scan, amount)
}

function isDayOfMonth(scan: NumberScan, { from, to, value, isOrdinal }: Amount): boolean {
  if (value === null || value < 1 || value > 31) return false
  const before = scan.before(from)
  // "may" and "march" are ordinary words too: names of months are capitalized.
  if (before?.isCapital === true && months.has(before.bare)) return true
  const month = scan.tokens[to + 2]
  return isOrdinal && scan.after(to)?.bare === 'of' && month?.isCapital === true && months.has(month.bare)
}

/** "half past ten", "a quarter to ten". */
function isPastHour(scan: NumberScan, from: number): boolean {
  const [part, word] = [scan.before(from - 1)?.bare ?? '', scan.before(from)?.bare ?? '']
  return ['past', 'to'].includes(word) && ['half', 'quarter'].includes(part)
}

/** Undefined if no currency follows. */
function price(scan: NumberScan, amount: Amount): WrittenSpan | null | undefined {
  const at = amount.to + 1
  const sign = currencies.get(scan.after(amount.to)?.bare ?? '')
  if (sign === undefined) return undefined
  const cents = centsAfter(scan, at)
  if (cents === null) return null
  const scale = amount.scale === null ? '' : ` ${scan.tokens[amount.scale]?.bare}`
  const digits = amount.text === '' ? '1' : amount.text
  if (cents === undefined) return scan.span(amount.from, at, sign + digits + scale)
  const isWhole = amount.scale === null && wholeOf(amount) !== null
  return isWhole ? scan.span(amount.from, cents.to, `${sign}${digits}.${cents.text}`) : null
}

/** Undefined without cents, null if a number follows that is not cents. */
function centsAfter(
  scan: NumberScan,
  at: number,
): { readonly to: number; readonly text: string } | null | undefined {
  if (scan.tokens[at]?.isJoined !== true) return undefined
  const hasAnd = scan.after(at)?.bare === 'and'
  const start = hasAnd ? at + 2 : at + 1
  if (!scan.isNumberAt(start) || (hasAnd && scan.tokens[at + 1]?.isJoined !== true)) return undefined
  const amount = scan.amountAt(start)
  const isCents = amount !== null && ['cent', 'cents'].includes(scan.after(amount.to)?.bare ?? '')
  // "five dollars and ten people" are two amounts.
  if (!isCents) return hasAnd ? undefined : null
  const text = hundredths(amount)
  return text === null ? null : { to: amount.to + 1, text }
}

/** Years and times of day are spoken as two numbers; null for anything else. */
export function writtenEnglishPair(scan: NumberScan, { from, to }: NumberRun): WrittenSpan | null {
  const own = scan.tokens.slice(from, to + 1)
  if (own.some(({ digits }) => digits !== null)) return null
  const parts = own.flatMap((token) => token.parts)
  const before = scan.before(from)
  const next = scan.after(to)
  const isHalf = next !== undefined && halves.has(next.bare)
  const time = timeOf(parts)
  if (time !== null && (isHalf || timeWords.has(before?.bare ?? ''))) return scan.span(from, to, time)
  if (isHalf || (next !== undefined && counted.has(next.bare))) return null
  const isDated =
    before !== undefined && (yearWords.has(before.bare) || (before.isCapital && months.has(before.bare)))
  const year = yearOf(parts, isDated)
  return year === null ? null : scan.span(from, to, String(year))
}

function timeOf([first = '', ...rest]: readonly string[]): string | null {
  const hour = englishParts.units.get(first) ?? englishParts.teens.get(first) ?? 99
  const minutes = secondPart(rest)
  return hour > 12 || minutes === null || minutes > 59 ? null : `${hour}:${String(minutes).padStart(2, '0')}`
}

function yearOf([first = '', ...rest]: readonly string[], isDated: boolean): number | null {
  const century = first === 'twenty' ? 20 : (englishParts.teens.get(first) ?? 0)
  const years = secondPart(rest)
  if (years === null || century < 16) return null
  // "Nineteen eighty-four" is always a year, "twenty thirty" may be two numbers.
  const isClear = century >= 17 && century < 20 && (years >= 20 || rest[0] === 'oh')
  return isClear || isDated ? century * 100 + years : null
}

/** "oh five", "fifteen", "thirty-five". */
function secondPart(parts: readonly string[]): number | null {
  if (parts[0] === 'oh') return parts.length === 2 ? (englishParts.units.get(parts[1] ?? '') ?? null) : null
  const value = englishNumbers.cardinal(parts)
  return value === null || value < 10 || value > 99 ? null : value
}
