import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Paragraph } from '../../transcript/transcript.ts'
import { atomsOf } from '../words/atoms.ts'
import { captionParagraphs } from '../words/caption-words.ts'
import { readingOrder } from '../words/reading-order.ts'
import { presetFor } from '../presets/netflix.ts'
import { segmentAgain, type Resegmented } from './segmentation-again.ts'
import { segment, type Segmentation } from './segmentation.ts'
import { randomMarks } from '../testing/random-marks.ts'
import { randomParagraphs } from '../testing/random-transcript.ts'
import type { CostTable } from '../costs/cost-table.ts'
import { makeCostTable } from '../costs/make-cost-table.ts'

const rules = presetFor('en')

/** Consecutive paragraphs with unique ids. */
const longText = fc.array(randomParagraphs, { minLength: 1, maxLength: 6 }).map((parts) => {
  let shiftMs = 0
  return parts.flatMap((paragraphs, part) => {
    const from = shiftMs
    for (const { words } of paragraphs)
      for (const { endMs } of words) shiftMs = Math.max(shiftMs, from + endMs)
    return paragraphs.map((paragraph): Paragraph => ({
      ...paragraph,
      id: `${part}-${paragraph.id}`,
      words: paragraph.words.map((word) => ({
        ...word,
        id: `${part}-${word.id}`,
        startMs: word.startMs + from,
        endMs: word.endMs + from,
      })),
    }))
  })
})

type Change = (paragraphs: readonly Paragraph[], place: number) => Paragraph[]

const changes: readonly Change[] = [
  (paragraphs, place) => paragraphs.toSpliced(place, 1),
  (paragraphs, place) =>
    paragraphs.map((paragraph, at) => (at === place ? { ...paragraph, speakerId: 'Z' } : paragraph)),
  (paragraphs, place) =>
    paragraphs.map((paragraph, at) =>
      at === place ? { ...paragraph, words: paragraph.words.slice(0, -1) } : paragraph,
    ),
  (paragraphs, place) =>
    paragraphs.map((paragraph, at) =>
      at === place
        ? { ...paragraph, words: paragraph.words.map((word) => ({ ...word, text: `${word.text}ish.` })) }
        : paragraph,
    ),
  (paragraphs, place) =>
    paragraphs.map((paragraph, at) =>
      at === place
        ? { ...paragraph, words: paragraph.words.map((word) => ({ ...word, endMs: word.endMs + 700 })) }
        : paragraph,
    ),
  (paragraphs) => [...paragraphs],
]

function costTableOf(
  paragraphs: readonly Paragraph[],
  marks: Parameters<typeof captionParagraphs>[1],
): CostTable {
  const atoms = captionParagraphs(paragraphs, marks, 'en').map((paragraph) => ({
    speakerId: paragraph.speakerId,
    atoms: atomsOf(paragraph, rules.maxCharactersPerLine),
  }))
  const names = { prefixOf: () => '', names: 'never' as const, speakerBefore: undefined }
  return makeCostTable(readingOrder(atoms), rules, names)
}

function again(before: Segmentation, earlier: CostTable, now: CostTable): Resegmented {
  const whole = { before: earlier, now, base: 0, isAtEnd: true, isAlike: () => true }
  const made = segmentAgain(before, whole)
  if (typeof made === 'string') throw new Error(`a whole text is too ${made}`)
  return made
}

test('what an earlier segmentation saves changes nothing', () => {
  fc.assert(
    fc.property(
      longText.chain((paragraphs) => fc.tuple(fc.constant(paragraphs), randomMarks(paragraphs))),
      fc.nat(),
      fc.constantFrom(...changes),
      fc.boolean(),
      ([paragraphs, marks], nth, change, changesMarks) => {
        const earlier = costTableOf(paragraphs, marks)
        const before = segment(earlier)
        const now = costTableOf(
          change(paragraphs, nth % Math.max(1, paragraphs.length)),
          changesMarks ? marks.slice(1) : marks,
        )
        const { segmentation } = again(before, earlier, now)
        const expected = segment(now)
        expect(segmentation.best).toEqual(expected.best)
        expect(segmentation.lengths).toEqual(expected.lengths)
        expect(segmentation.shared).toEqual(expected.shared)
        expect(segmentation.reaches).toEqual(expected.reaches)
      },
    ),
    { numRuns: 500 },
  )
})

test('a changed word costs as much in a long text as in a short one', () => {
  const words = (count: number): Paragraph['words'] =>
    Array.from({ length: count }, (_, at) => ({
      id: `w${at}`,
      before: ' ',
      text: `word${at % 7}${at % 11 === 0 ? '.' : ''}`,
      startMs: at * 300,
      endMs: at * 300 + 250,
      confidence: null,
      origin: 'recognised',
    }))
  const looked = (count: number): number => {
    const text = words(count)
    const paragraph: Paragraph = { id: 'p', speakerId: 'A', language: 'en', kind: 'speech', words: text }
    const earlier = costTableOf([paragraph], [])
    const changed = text.map((word, at) => (at === count / 2 ? { ...word, text: 'otherwise' } : word))
    const now = costTableOf([{ ...paragraph, words: changed }], [])
    let lengths = 0
    again(segment(earlier), earlier, {
      ...now,
      lineLength: (from, to) => {
        lengths += 1
        return now.lineLength(from, to)
      },
    })
    return lengths
  }
  // Both are whole periods of the text's pattern.
  expect(looked(77 * 40)).toBe(looked(77 * 8))
})
