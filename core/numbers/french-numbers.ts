import { type NumberLanguage, Parts, readScaled } from './number-language.ts'

const table = (words: string, from: number, step: number): readonly (readonly [string, number])[] =>
  words.split(' ').map((word, index) => [word, from + index * step] as const)

const one = new Map([
  ['un', 1],
  ['une', 1],
])
const units = new Map(table('deux trois quatre cinq six sept huit neuf', 2, 1))
const teens = new Map(table('dix onze douze treize quatorze quinze seize', 10, 1))
const afterTen = new Map(table('sept huit neuf', 7, 1))
/** Including Belgian and Swiss words. */
const tens = new Map([
  ...table('vingt trente quarante cinquante soixante', 20, 10),
  ...table('septante huitante nonante', 70, 10),
  ['octante', 80] as const,
])
const scales = new Map([
  ['mille', 1_000],
  ['million', 1e6],
  ['millions', 1e6],
  ['milliard', 1e9],
  ['milliards', 1e9],
])
const zero = new Map([['zéro', 0]])
const eleven = new Map([['onze', 11]])

/** From ten to nineteen. */
function teen(parts: Parts): number | null {
  const value = parts.take(teens)
  return value === 10 ? 10 + (parts.take(afterTen) ?? 0) : value
}

function below100(parts: Parts): number | null {
  const score = parts.attempt(() => {
    if (!parts.isNext('quatre')) return null
    parts.at += 1
    if (!parts.isNext('vingt', 'vingts')) return null
    parts.at += 1
    return 80 + (teen(parts) ?? parts.take(units) ?? parts.take(one) ?? 0)
  })
  if (score !== null) return score
  const ten = parts.take(tens)
  if (ten === null) return teen(parts) ?? parts.take(units) ?? parts.take(one)
  const joined = parts.attempt(() => {
    if (!parts.isNext('et')) return null
    parts.at += 1
    return parts.take(one) ?? (ten === 60 ? parts.take(eleven) : null)
  })
  if (joined !== null) return ten + joined
  return ten + ((ten === 60 ? teen(parts) : null) ?? parts.take(units) ?? 0)
}

function below1000(parts: Parts): number | null {
  const isBare = parts.isNext('cent')
  const first = isBare ? 1 : below100(parts)
  if (first === null || !parts.isNext('cent', 'cents')) return first
  // « un cent » is not a number, « douze cents » is.
  if (!isBare && (first === 1 || first > 19 || first === 10)) return null
  parts.at += 1
  return first * 100 + (parts.attempt(() => below100(parts)) ?? 0)
}

function cardinal(given: readonly string[]): number | null {
  const parts = new Parts(given)
  const value =
    parts.take(zero) ?? readScaled(parts, () => below1000(parts), scales, null, new Set(['mille']))
  return parts.isAtEnd ? value : null
}

/** The stems of ordinals that differ from their cardinal. */
const stems = new Map([
  ['quatr', 'quatre'],
  ['cinqu', 'cinq'],
  ['neuv', 'neuf'],
  ...[...teens.keys(), 'trente', 'quarante', 'cinquante', 'soixante', 'septante', 'nonante', 'mille'].map(
    (word) => [word.replace(/e$/u, ''), word] as const,
  ),
])

function ordinal(given: readonly string[]): number | null {
  const stem = /^(.+)ièmes?$/u.exec(given.at(-1) ?? '')?.[1]
  return stem === undefined ? null : cardinal([...given.slice(0, -1), stems.get(stem) ?? stem])
}

export const frenchNumbers: NumberLanguage = {
  words: new Set([
    ...one.keys(),
    ...units.keys(),
    ...teens.keys(),
    ...tens.keys(),
    ...zero.keys(),
    ...scales.keys(),
    'vingts',
    'cent',
    'cents',
  ]),
  link: 'et',
  point: { word: 'virgule', text: ',' },
  groupMark: '\u202F',
  scales: new Set(['million', 'millions', 'milliard', 'milliards']),
  cardinal,
  ordinal,
  ordinalText: (value) => `${value}e`,
}
