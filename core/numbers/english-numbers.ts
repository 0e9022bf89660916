import { type NumberLanguage, Parts, readScaled } from './number-language.ts'

const table = (words: string, from: number, step: number): readonly (readonly [string, number])[] =>
  words.split(' ').map((word, index) => [word, from + index * step] as const)

const units = new Map(table('one two three four five six seven eight nine', 1, 1))
const teens = new Map(
  table('ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 10, 1),
)
const tens = new Map([
  ...table('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
  ['fourty', 40] as const,
])
const scales = new Map([
  ['thousand', 1_000],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])
const zero = new Map([['zero', 0]])
const article = new Map([['a', 1]])

/** The cardinal of an ordinal. */
const ordinals = new Map([
  ...[
    'first one',
    'second two',
    'third three',
    'fifth five',
    'eighth eight',
    'ninth nine',
    'twelfth twelve',
  ].map((pair) => pair.split(' ') as [string, string]),
  ...[...units.keys(), ...teens.keys(), 'hundred', 'thousand'].map((word) => [`${word}th`, word] as const),
  ...[...tens.keys()].map((word) => [word.replace(/y$/u, 'ieth'), word] as const),
])

function below100(parts: Parts): number | null {
  const ten = parts.take(tens)
  if (ten !== null) return ten + (parts.take(units) ?? 0)
  return parts.take(teens) ?? parts.take(units)
}

function below1000(parts: Parts): number | null {
  const first = parts.take(article) ?? below100(parts)
  if (first === null || !parts.isNext('hundred')) return first
  // "fifteen hundred" is used, "twenty hundred" is not.
  if (first > 9 && first % 10 === 0) return null
  parts.at += 1
  const rest = parts.attempt(() => {
    if (parts.isNext('and')) parts.at += 1
    return below100(parts)
  })
  return first * 100 + (rest ?? 0)
}

function cardinal(given: readonly string[]): number | null {
  const parts = new Parts(given)
  const value = parts.take(zero) ?? readScaled(parts, () => below1000(parts), scales, 'and', new Set())
  return parts.isAtEnd ? value : null
}

function ordinal(given: readonly string[]): number | null {
  const last = ordinals.get(given.at(-1) ?? '')
  return last === undefined ? null : cardinal([...given.slice(0, -1), last])
}

function ordinalText(value: number): string {
  const isTeen = Math.floor(value / 10) % 10 === 1
  return `${value}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`
}

export const englishNumbers: NumberLanguage = {
  words: new Set([
    ...units.keys(),
    ...teens.keys(),
    ...tens.keys(),
    ...zero.keys(),
    ...scales.keys(),
    'hundred',
    'oh',
  ]),
  link: 'and',
  point: { word: 'point', text: '.' },
  groupMark: ',',
  scales: new Set(['million', 'billion', 'trillion']),
  cardinal,
  ordinal,
  ordinalText,
}

/** The cardinals below ten and the words for tens, for years and times of day. */
export const englishParts = { units, teens, tens }
