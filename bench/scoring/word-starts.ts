import { comparableText } from './comparable-text.ts'
import { alignWords } from './word-errors.ts'

/** A word with its start in seconds. */
export interface TimedWord {
  readonly text: string
  readonly start: number
}

/** Errors of the starts, in ms, for words that both texts have in the same place. */
export function wordStartErrors(reference: readonly TimedWord[], hypothesis: readonly TimedWord[]): number[] {
  const said = reference.flatMap(comparable)
  const recognized = hypothesis.flatMap(comparable)
  return alignWords(
    said.map((word) => word.text),
    recognized.map((word) => word.text),
  ).flatMap((pair) => {
    const one = said[pair.reference ?? -1]
    const other = recognized[pair.hypothesis ?? -1]
    if (one?.text !== other?.text || one?.start == null || other?.start == null) return []
    return [Math.abs(one.start - other.start) * 1000]
  })
}

/** The form in which a written word is compared; only its first part has a known start. */
function comparable(word: TimedWord): { readonly text: string; readonly start: number | null }[] {
  return comparableText(word.text).map((text, part) => ({ text, start: part === 0 ? word.start : null }))
}

/** The value that the given share of all do not exceed (nearest rank); NaN if there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
