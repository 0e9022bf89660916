import { frenchMonths } from './french-writing.ts'
import type { NumberScan } from './number-scan.ts'
import type { WrittenSpan } from './spoken-tokens.ts'

const titles: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  en: new Map([
    ['mister', 'Mr.'],
    ['missus', 'Mrs.'],
    ['doctor', 'Dr.'],
    ['professor', 'Prof.'],
  ]),
  fr: new Map([
    ['monsieur', 'M.'],
    ['madame', 'Mme'],
    ['mademoiselle', 'Mlle'],
    ['docteur', 'Dr'],
    ['professeur', 'Pr'],
  ]),
}

/** A title before a name, "et cetera", « premier » before a month. */
export function abbreviation(scan: NumberScan, at: number, language: 'en' | 'fr'): WrittenSpan | null {
  const token = scan.tokens[at]
  const next = scan.after(at)
  if (token === undefined || next === undefined) return null
  const title = titles[language]?.get(token.bare)
  if (title !== undefined) return next.isCapital ? scan.span(at, at, title) : null
  if (token.bare === 'et' && ['cetera', 'cætera', 'caetera'].includes(next.bare))
    return scan.span(at, at + 1, next.tail.startsWith('.') ? 'etc' : 'etc.')
  const isFirst = language === 'fr' && token.bare === 'premier' && !token.beginsSentence
  return isFirst && frenchMonths.has(next.bare) ? scan.span(at, at, '1er') : null
}
