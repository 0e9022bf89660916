import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyEdits } from '../edits/apply-edits.ts'
import { lint } from '../transcript/lint.ts'
import { type Transcript, transcriptWords, type Word } from '../transcript/transcript.ts'
import { conversation, paragraph } from '../edits/testing/samples.ts'
import { isBare } from './dress-words.ts'
import { findDifferences } from './find-differences.ts'
import type { Opinion } from './opinion.ts'
import { takeDifferences } from './take-differences.ts'

const text = fc.constantFrom(
  'a',
  'b',
  'the',
  'The',
  'fuse',
  'fuse,',
  'toast.',
  'Okonjo',
  'vraiment\u202f?',
  'and',
)
const spoken = fc.array(fc.record({ text, gap: fc.nat(900), length: fc.integer({ min: 20, max: 500 }) }), {
  maxLength: 24,
})

function timed(
  prefix: string,
  words: readonly { readonly text: string; readonly gap: number; readonly length: number }[],
): Word[] {
  let at = 0
  return words.map(({ text: own, gap, length }, index) => {
    const startMs = at + gap
    at = startMs + length
    return {
      id: `${prefix}.${index}`,
      before: ' ',
      text: own,
      startMs,
      endMs: at,
      confidence: 0.9,
      origin: 'recognised',
    }
  })
}

/** Words of the same talk, divided into paragraphs before the given words. */
function transcriptOf(words: readonly Word[], cuts: readonly number[]): Transcript {
  const starts = [...new Set([0, ...cuts.filter((cut) => cut < words.length)])].sort((a, b) => a - b)
  const paragraphs = starts.map((from, index) => {
    const [first, ...rest] = words.slice(from, starts[index + 1])
    return paragraph(`p${index}`, null, first === undefined ? [] : [{ ...first, before: '' }, ...rest])
  })
  return { ...conversation([]), speakers: [], turns: [], paragraphs }
}

const cases = fc.record({
  now: spoken.filter(({ length }) => length > 0),
  other: spoken,
  cuts: fc.array(fc.nat(20), { maxLength: 3 }),
})
const whole = [{ startMs: 0, endMs: 60_000 }]
const textsOf = (words: readonly Word[]): string[] => words.map((word) => word.text)

it('taking over all differences gives exactly the new text; words of both keep id and times, none of them gives the old', () => {
  fc.assert(
    fc.property(cases, fc.array(fc.boolean(), { maxLength: 30 }), ({ now, other, cuts }, choice) => {
      fc.pre(!isBare(other))
      const transcript = transcriptOf(timed('c', now), cuts)
      const opinion: Opinion = {
        wanted: whole,
        texts: [{ track: null, spans: whole, words: timed('o', other) }],
      }
      const found = findDifferences(transcript, opinion, { writing: true })
      let made = 0
      const newId = (): string => `e${(made += 1)}`
      expect(takeDifferences(transcript, [], newId)).toEqual([])

      const edits = takeDifferences(transcript, found, newId)
      const all = applyEdits(transcript, edits).transcript
      expect(textsOf(transcriptWords(all))).toEqual(other.map((word) => word.text))
      expect(lint(all)).toEqual([])
      expect(findDifferences(all, opinion, { writing: true })).toEqual([])

      // For any choice, the others are unchanged and can still be taken.
      const chosen = found.filter((_, index) => choice[index])
      const some = applyEdits(transcript, takeDifferences(transcript, chosen, newId)).transcript
      expect(lint(some)).toEqual([])
      const rest = findDifferences(some, opinion, { writing: true })
      const last = applyEdits(some, takeDifferences(some, rest, newId)).transcript
      expect(textsOf(transcriptWords(last))).toEqual(other.map((word) => word.text))
    }),
    { numRuns: 200 },
  )
})

it('words that are not replaced keep id, text and, where new words have room, times', () => {
  fc.assert(
    fc.property(cases, fc.array(fc.boolean(), { maxLength: 30 }), ({ now, other, cuts }, choice) => {
      // Every word is unique, so that it is clear which of two equal ones stays.
      const distinct = (words: typeof now, prefix: string) =>
        words.map((word, index) => ({
          ...word,
          text: `${index % 3 === 0 ? prefix : ''}${word.text}${index}`,
        }))
      const transcript = transcriptOf(timed('c', distinct(now, 'x')), cuts)
      const words = timed('o', distinct(other, 'y'))
      const opinion: Opinion = { wanted: whole, texts: [{ track: null, spans: whole, words }] }
      const chosen = findDifferences(transcript, opinion).filter((_, index) => choice[index])
      let made = 0
      const edits = takeDifferences(transcript, chosen, () => `e${(made += 1)}`)
      const after = new Map(
        transcriptWords(applyEdits(transcript, edits).transcript).map((word) => [word.id, word]),
      )
      const replaced = new Set(chosen.flatMap((each) => each.now.map(({ id }) => id)))
      for (const word of transcriptWords(transcript).filter(({ id }) => !replaced.has(id))) {
        const { text: own, startMs = 0, endMs = 0 } = after.get(word.id) ?? {}
        expect(own).toBe(word.text)
        // A new word without room takes 20 ms from its neighbors.
        expect(startMs).toBeGreaterThanOrEqual(word.startMs)
        expect(endMs).toBeLessThanOrEqual(word.endMs)
      }
    }),
  )
})

it('only what was asked for changes', () => {
  fc.assert(
    fc.property(cases, fc.nat(8_000), fc.nat(4_000), ({ now, other, cuts }, startMs, length) => {
      const transcript = transcriptOf(timed('c', now), cuts)
      const wanted = [{ startMs, endMs: startMs + length }]
      const opinion: Opinion = { wanted, texts: [{ track: null, spans: whole, words: timed('o', other) }] }
      const found = findDifferences(transcript, opinion)
      const touched = found.flatMap((each) => (each.now.length > 0 ? [each.now] : [each.words]))
      for (const words of touched) {
        expect(words.some((word) => word.startMs <= startMs + length && word.endMs >= startMs)).toBe(true)
      }
    }),
  )
})
