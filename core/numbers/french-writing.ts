import type { Amount } from './amounts.ts'
import { hundredths, type NumberScan, plainNumber, wholeOf } from './number-scan.ts'
import type { WrittenSpan } from './spoken-tokens.ts'
import { frenchUnits } from './units.ts'

export const frenchMonths: ReadonlySet<string> = new Set(
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
)
/** Words before a time of day. */
const timeWords = new Set(['à', 'vers', 'dès', 'avant', 'après', 'depuis', "jusqu'à", "d'ici"])
const fractions = new Set([
  'tiers',
  'quart',
  'quarts',
  'demi',
  'demie',
  'demis',
  'dixièmes',
  'centièmes',
  'millièmes',
])

/** How a number is written; null if it stays as spoken. */
export function writtenFrench(scan: NumberScan, amount: Amount): WrittenSpan | null {
  const { from, to, value, isOrdinal, isWritten, text } = amount
  const before = scan.before(from)
  const next = scan.after(to)
  if (next !== undefined && fractions.has(next.bare)) return null
  if (isHalfAfter(scan, to) || ['midi', 'minuit'].includes(before?.bare ?? '')) return null
  // « dix pour cent euros » may mean ten for a hundred.
  if (before?.bare === 'pour' && value === 100 && scan.isNumberUntil(from - 2)) return null
  if (isOrdinal) {
    const isFraction =
      scan.tokens[to]?.bare.endsWith('s') === true || ['un', 'une'].includes(before?.bare ?? '')
    return isFraction ? null : plainNumber(scan, amount)
  }
  const day = wholeOf(amount)
  if (next !== undefined && frenchMonths.has(next.bare) && day !== null && day <= 31)
    return isWritten ? null : scan.span(from, to, text)
  if (next !== undefined && ['heure', 'heures'].includes(next.bare)) return timeOfDay(scan, amount)
  const measured = withUnit(scan, amount)
  if (measured !== undefined) return measured
  if (before?.bare === 'numéro' && amount.scale === null && !(scan.tokens[from - 1]?.beginsSentence ?? false))
    return scan.span(from - 1, to, `n°\u00A0${text}`)
  return plainNumber(scan, amount)
}

const isHalfAfter = (scan: NumberScan, at: number): boolean =>
  scan.isSaidAfter(at, 'et', 'demi') || scan.isSaidAfter(at, 'et', 'demie')

/** « dix heures trente », « à dix heures », « dix heures et quart »; « moins le quart » stays as spoken. */
function timeOfDay(scan: NumberScan, amount: Amount): WrittenSpan | null {
  const { from, to, text, isWritten } = amount
  const hour = wholeOf(amount)
  const at = to + 1
  if (hour === null || scan.after(at)?.bare === 'moins') return null
  const isClock = hour <= 24
  const minutes = isClock ? minutesAfter(scan, at) : undefined
  if (minutes === null) return null
  if (minutes !== undefined) return scan.span(from, minutes.to, `${text}\u00A0h\u00A0${minutes.text}`)
  if (isClock && timeWords.has(scan.before(from)?.bare ?? '')) return scan.span(from, at, `${text}\u00A0h`)
  return isWritten ? null : plainNumber(scan, amount)
}

/** Undefined if there are none, null if what follows is not a number of minutes. */
function minutesAfter(
  scan: NumberScan,
  at: number,
): { readonly to: number; readonly text: string } | null | undefined {
  if (scan.isSaidAfter(at, 'et', 'quart')) return { to: at + 2, text: '15' }
  if (isHalfAfter(scan, at)) return { to: at + 2, text: '30' }
  if (scan.tokens[at]?.isJoined !== true || !scan.isNumberAt(at + 1)) return undefined
  const amount = scan.amountAt(at + 1)
  const value = amount === null ? null : wholeOf(amount)
  if (amount === null || value === null || value < 1 || value > 59) return null
  // « dix heures vingt minutes » is a duration.
  const isLength = ['minute', 'minutes'].includes(scan.after(amount.to)?.bare ?? '')
  return isLength ? undefined : { to: amount.to, text: String(value).padStart(2, '0') }
}

/** Undefined if no unit follows. */
function withUnit(scan: NumberScan, amount: Amount): WrittenSpan | null | undefined {
  const { from, to, text, scale } = amount
  if (scale !== null) return undefined
  const isPaid = scan.after(to)?.bare === 'euros'
  const unit = isPaid ? { to: to + 1, written: '\u00A0€' } : scan.unitAfter(to, frenchUnits)
  if (unit === null) return undefined
  if (isHalfAfter(scan, unit.to)) return null
  if (unit.written.endsWith('%')) {
    const isUnclear =
      scan.tokens[unit.to]?.isJoined === true &&
      (scan.isNumberAt(unit.to + 1) || scan.after(unit.to)?.bare === 'euros')
    return isUnclear ? null : scan.span(from, unit.to, text + unit.written)
  }
  const isSplit = isPaid || unit.written === '\u00A0m'
  const small = isSplit ? smallUnits(scan, unit.to, isPaid) : undefined
  if (small === null || (small !== undefined && wholeOf(amount) === null)) return null
  return small === undefined
    ? scan.span(from, unit.to, text + unit.written)
    : scan.span(from, small.to, `${text},${small.text}${unit.written}`)
}

/** « trois euros cinquante », « deux mètres dix »: undefined if nothing follows, null for another number. */
function smallUnits(
  scan: NumberScan,
  at: number,
  isPaid: boolean,
): { readonly to: number; readonly text: string } | null | undefined {
  if (scan.tokens[at]?.isJoined !== true) return undefined
  const hasAnd = isPaid && scan.after(at)?.bare === 'et' && scan.tokens[at + 1]?.isJoined === true
  const start = hasAnd ? at + 2 : at + 1
  if (!scan.isNumberAt(start)) return undefined
  const amount = scan.amountAt(start)
  const isNamed =
    isPaid && amount !== null && ['centime', 'centimes'].includes(scan.after(amount.to)?.bare ?? '')
  if (hasAnd && !isNamed) return undefined
  const text = hundredths(amount)
  if (amount === null || text === null) return null
  return { to: isNamed ? amount.to + 1 : amount.to, text }
}
