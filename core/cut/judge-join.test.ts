import fc from 'fast-check'
import { expect, it } from 'vitest'
import { judgeJoin } from './judge-join.ts'
import type { JoinWord } from './joins-to-recognize.ts'

const WORD_MS = 300

/** `we met [in the] garden`: words, those in brackets cut. */
function joinOf(marked: string) {
  let side: JoinWord['side'] = marked.includes('[') ? 'before' : 'after'
  const words = marked.split(' ').map((part, place): JoinWord => {
    if (part.startsWith('[')) side = 'cut'
    const own = side
    if (part.endsWith(']')) side = 'after'
    const startMs = place * WORD_MS
    const text = part.replace(/^\[|\]$/gu, '')
    return { id: `${place}`, text, startMs, endMs: startMs + WORD_MS, side: own, isStruck: own === 'cut' }
  })
  const cut = words.filter((word) => word.side === 'cut')
  return { words, startMs: cut[0]?.startMs ?? 0, endMs: cut.at(-1)?.endMs ?? 0 }
}

/** Texts of the words that are flagged. */
function judged(marked: string, cut: string, whole = marked.replaceAll(/[[\]]/gu, '')) {
  const join = joinOf(marked)
  const faults = judgeJoin(join, whole, cut)
  const textsOf = (ids: readonly string[]) => ids.map((id) => join.words[Number(id)]?.text)
  return faults === null ? null : { clipped: textsOf(faults.clipped), heard: textsOf(faults.heard) }
}

const said = 'Last year we met, so [in the] garden we were nine people.'
const none = { clipped: [], heard: [] }

it('a clean join has no faults, whatever its capitals and commas', () => {
  expect(judged(said, 'last year we met so garden, we were nine people')).toEqual(none)
})

it('a kept word beside the join that is missing in the cut may be clipped, on either side', () => {
  expect(judged(said, 'Last year we met garden we were nine people.')).toEqual({ clipped: ['so'], heard: [] })
  expect(judged(said, 'Last year we met, so we were nine people.')).toEqual({
    clipped: ['garden'],
    heard: [],
  })
})

it('a cut word that stands at the join is still heard', () => {
  expect(judged(said, 'Last year we met, so in garden we were nine people.')).toEqual({
    clipped: [],
    heard: ['in'],
  })
  expect(judged(said, 'Last year we met, so the garden we were nine people.')).toEqual({
    clipped: [],
    heard: ['the'],
  })
})

it('a word that is kept beside an equal one that is cut is heard once, and twice if the cut fails', () => {
  const twice = 'Last year we met so [so] garden we were nine people.'
  expect(judged(twice, 'Last year we met so garden we were nine people.')).toEqual(none)
  expect(judged(twice, 'Last year we met so so garden we were nine people.')).toEqual({
    clipped: [],
    heard: ['so'],
  })
})

it('nothing is said about words that the recognizer does not write in the whole recording either', () => {
  const without = 'Last year we met in the garden we were nine people.'
  expect(judged(said, 'Last year we met garden we were nine people.', without)).toEqual(none)
  expect(
    judged('We met [um] there in the end.', 'We met um there in the end.', 'We met there in the end.'),
  ).toEqual(none)
})

it('a word that is written otherwise, in one or in two, is no fault', () => {
  const all = 'Last year almost everyone [of us] recognised it in the end.'
  expect(judged(all, 'Last year almost every one recognized it in the end.')).toEqual(none)
})

it('words away from the join, written anew, are no faults', () => {
  expect(judged(said, 'That year we met so garden we had nine people.')).toEqual(none)
})

it('nothing is said where the recognizer wrote something else altogether, or nothing', () => {
  expect(judged(said, 'Thank you for watching.')).toBeNull()
  expect(judged(said, 'Last year we met')).toBeNull()
  expect(judged(said, '')).toBeNull()
  expect(judged(said, 'Last year we met so garden we were nine people', '')).toBeNull()
})

it('a struck word whose sound stays is never said to be clipped', () => {
  const join = joinOf('Last year we met, so [in the] garden we were nine people.')
  const words = join.words.map((word) => (word.text === 'so' ? { ...word, isStruck: true } : word))
  const whole = 'Last year we met, so in the garden we were nine people.'
  expect(judgeJoin({ ...join, words }, whole, 'Last year we met garden we were nine people.')).toEqual(none)
})

it('a word far from the cut is not clipped by it', () => {
  const join = joinOf('Last year we met, so [in the] garden we were nine people.')
  const words = join.words.map((word) =>
    word.side === 'before' ? { ...word, startMs: 0, endMs: 300 } : word,
  )
  const whole = 'Last year we met, so in the garden we were nine people.'
  expect(judgeJoin({ ...join, words }, whole, 'Last year we met garden we were nine people.')).toEqual(none)
})

const word = fc.constantFrom('a', 'so', 'and', 'the', 'garden', 'people', 'nine', 'qu’il', 'well-known', '12')
const texts = fc.array(word, { minLength: 1, maxLength: 12 })

it('whatever is recognized: clipped words are kept ones beside the join, heard ones are cut, and an exact cut has none', () => {
  fc.assert(
    fc.property(
      texts,
      texts,
      texts,
      fc.array(word, { maxLength: 30 }),
      fc.array(word, { maxLength: 30 }),
      (before, cut, after, whole, heard) => {
        const join = joinOf(`${before.join(' ')} [${cut.join(' ')}] ${after.join(' ')}`)
        const exact = judgeJoin(
          join,
          [...before, ...cut, ...after].join(' '),
          [...before, ...after].join(' '),
        )
        expect(exact).toEqual({ clipped: [], heard: [] })
        const faults = judgeJoin(join, whole.join(' '), heard.join(' '))
        const sides = (ids: readonly string[]) => ids.map((id) => join.words[Number(id)]?.side)
        expect(sides(faults?.clipped ?? [])).not.toContain('cut')
        expect(new Set([...sides(faults?.heard ?? []), 'cut'])).toEqual(new Set(['cut']))
        expect(faults?.clipped.length ?? 0).toBeLessThanOrEqual(4)
      },
    ),
    { numRuns: 300 },
  )
})
