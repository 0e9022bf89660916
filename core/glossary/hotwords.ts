import type { Term } from './term.ts'

/** More would slow the search down and match one another. */
const MAX_HOTWORDS = 1_000

/**
 * The spellings that a recognizer should look for, in a fixed order. Those of another language are omitted,
 * as its word pieces would not fit.
 * @param language ISO 639-1, or `auto`
 */
export function hotwordsOf(terms: readonly Term[], language: string): string[] {
  const own = terms.filter(
    (term) => term.language === undefined || language === 'auto' || term.language === language,
  )
  const texts = own.flatMap(({ text, forms = [] }) => [text, ...forms])
  return [...new Set(texts)].toSorted().slice(0, MAX_HOTWORDS)
}
