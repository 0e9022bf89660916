import { english } from './line-breaks/english.ts'
import { french } from './line-breaks/french.ts'
import { german } from './line-breaks/german.ts'
import { italian } from './line-breaks/italian.ts'
import { portuguese } from './line-breaks/portuguese.ts'
import { spanish } from './line-breaks/spanish.ts'
import { type LineBreakWords, metricUnits, words } from './line-breaks/words.ts'

export type { LineBreakWords } from './line-breaks/words.ts'

/** By ISO 639-1. */
const lists: ReadonlyMap<string, LineBreakWords> = new Map([
  ['de', german],
  ['en', english],
  ['es', spanish],
  ['fr', french],
  ['it', italian],
  ['pt', portuguese],
])

const neutral: LineBreakWords = {
  noBreakAfter: new Set(),
  noBreakBefore: new Set(),
  breakBefore: new Set(),
  titles: new Set(),
  calendar: new Set(),
  units: words(metricUnits),
  negationEnds: new Set(),
}

/** The lists for a language (ISO 639-1, ignoring the region); neutral ones for languages without lists. */
export function lineBreakWords(language: string): LineBreakWords {
  return lists.get(language.toLowerCase().split(/[-_]/)[0] ?? '') ?? neutral
}
