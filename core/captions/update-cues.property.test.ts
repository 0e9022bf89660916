import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Mark, Paragraph } from '../transcript/transcript.ts'
import type { CaptionNames } from './caption-names.ts'
import { type UpdatableCues, updateCues } from './update-cues.ts'
import { cutTextAgain } from './cutting/cut-text-again.ts'
import { makeCues, type Cue } from './cues.ts'
import { MarkIndex } from './marks/mark-index.ts'
import { presetFor } from './presets/netflix.ts'
import { randomMarks } from './testing/random-marks.ts'
import { randomParagraphs } from './testing/random-transcript.ts'

const rules = presetFor('en')
const others = presetFor('fr')
const speakers = ['A', 'B'].map((id) => ({ id, name: `Speaker ${id}`, colour: 0, groupId: null }))

interface Text {
  readonly paragraphs: Paragraph[]
  readonly marks: Mark[]
}

const texts: fc.Arbitrary<Text[]> = fc.array(
  randomParagraphs.chain((paragraphs) =>
    randomMarks(paragraphs).map((marks) => ({ paragraphs, marks: [...marks] })),
  ),
  { minLength: 2, maxLength: 4 },
)

/** Appended in order, and parts of each, so that ids and words recur changed. */
const steps = texts.map((all) =>
  all.flatMap(({ paragraphs, marks }) => [
    { paragraphs, marks },
    { paragraphs, marks: marks.slice(1) },
    { paragraphs: paragraphs.slice(1), marks },
    {
      paragraphs: paragraphs.map((paragraph, at) =>
        at === 1 ? { ...paragraph, language: 'fr', words: paragraph.words.slice(1) } : paragraph,
      ),
      marks,
    },
    { paragraphs, marks: [] },
  ]),
)

/** Applies changes to a text repeatedly; each result must equal one computed from scratch. */
function follow(
  all: readonly Text[],
  names: CaptionNames,
  rulesAt: (step: number) => typeof rules,
): { readonly works: readonly UpdatableCues[]; readonly expected: readonly Cue[][] } {
  const index = new MarkIndex()
  const works: UpdatableCues[] = []
  const expected: Cue[][] = []
  for (const [step, { paragraphs, marks }] of all.entries()) {
    const options = { durationMs: 600_000, language: 'en', names }
    const now = { paragraphs, marks, speakers }
    const own = rulesAt(step)
    const work = updateCues(now, own, options, index.of(paragraphs, marks), works.at(-1))
    works.push(work)
    expected.push(makeCues(now, own, options))
  }
  return { works, expected }
}

const anyNames = fc.constantFrom<CaptionNames>('never', 'change', 'always')

test('captions with what is known of earlier texts are those without', () => {
  fc.assert(
    fc.property(steps, anyNames, (all, names) => {
      const { works, expected } = follow(all, names, (step) => (step % 4 === 3 ? others : rules))
      expect(works.map(({ cues }) => cues)).toEqual(expected)
    }),
    { numRuns: 100 },
  )
})

/** Many paragraphs without long pauses: sequential, sometimes two at once. */
const longText = fc
  .array(randomParagraphs, { minLength: 6, maxLength: 10 })
  .map((parts) => {
    let clockMs = 0
    return parts.flat().map((paragraph, at): Paragraph => {
      const firstMs = paragraph.words[0]?.startMs ?? 0
      const shiftMs = Math.max(0, clockMs - (at % 9 === 4 ? 700 : 0)) - firstMs
      const words = paragraph.words.map((word, place) => ({
        ...word,
        id: `${at}.${place}`,
        startMs: word.startMs + shiftMs,
        endMs: word.endMs + shiftMs,
      }))
      for (const { endMs } of words) clockMs = Math.max(clockMs, endMs)
      return { ...paragraph, id: `p${at}`, words }
    })
  })
  .filter((paragraphs) => paragraphs.length > 20)

type Change = (paragraphs: readonly Paragraph[], place: number) => Paragraph[]

const changes: readonly Change[] = [
  (paragraphs, place) => paragraphs.toSpliced(place, 1),
  (paragraphs, place) => withParagraph(paragraphs, place, (own) => ({ ...own, speakerId: 'Z' })),
  (paragraphs, place) => withParagraph(paragraphs, place, (own) => ({ ...own, words: own.words.slice(1) })),
  (paragraphs, place) => withParagraph(paragraphs, place, (own) => ({ ...own, words: [] })),
  (paragraphs, place) =>
    withParagraph(paragraphs, place, (own) => ({
      ...own,
      words: own.words.map((word, at) => (at === 2 ? { ...word, text: 'quite otherwise.' } : word)),
    })),
  (paragraphs, place) =>
    paragraphs.flatMap((own, at) =>
      at === place
        ? [
            { ...own, words: own.words.slice(0, 3) },
            { ...own, id: `${own.id}b`, words: own.words.slice(3) },
          ]
        : [own],
    ),
  (paragraphs) => [...paragraphs],
]

function withParagraph(
  paragraphs: readonly Paragraph[],
  place: number,
  change: (paragraph: Paragraph) => Paragraph,
): Paragraph[] {
  return paragraphs.map((paragraph, at) => (at === place ? change(paragraph) : paragraph))
}

const edits = fc.array(
  fc.record({ nth: fc.nat(), change: fc.constantFrom(...changes), dropsMark: fc.boolean() }),
  { minLength: 1, maxLength: 6 },
)

test('captions of a long text without pauses are those from the start after each edit', () => {
  let windows = 0
  fc.assert(
    fc.property(
      longText.chain((paragraphs) => fc.tuple(fc.constant(paragraphs), randomMarks(paragraphs))),
      edits,
      anyNames,
      ([paragraphs, marks], list, names) => {
        const all: Text[] = [{ paragraphs, marks }]
        for (const { nth, change, dropsMark } of list) {
          const { paragraphs: now, marks: own } = all.at(-1) ?? { paragraphs: [], marks: [] }
          const after = change(now, nth % Math.max(1, now.length))
          const left = dropsMark ? own.toSpliced(nth % Math.max(1, own.length), 1) : own
          all.push({ paragraphs: after, marks: left })
        }
        const { works, expected } = follow(all, names, () => rules)
        expect(works.map(({ cues }) => cues)).toEqual(expected)
        for (const [step, { cut }] of works.entries()) {
          const next = works[step + 1]?.cut.text
          if (next && cutTextAgain(cut, next) !== null) windows += 1
        }
      },
    ),
    { numRuns: 60 },
  )
  // Otherwise the property would hold without anything being reused.
  expect(windows).toBeGreaterThan(30)
})
