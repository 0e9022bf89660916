import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Mark, Paragraph } from '../transcript/transcript.ts'
import type { CaptionNames } from './caption-names.ts'
import { CueWork } from './cue-work.ts'
import { makeCues, makeCuesFrom } from './cues.ts'
import { presetFor } from './rules.ts'
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

/** One after the other, and parts of each, so that ids and words come back changed. */
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

test('captions with what is known of earlier texts are those without', () => {
  fc.assert(
    fc.property(steps, fc.constantFrom<CaptionNames>('never', 'change'), (all, names) => {
      const work = new CueWork()
      for (const [step, { paragraphs, marks }] of all.entries()) {
        const options = { durationMs: 600_000, language: 'en', names }
        const now = { paragraphs, marks, speakers }
        const own = step % 4 === 3 ? others : rules
        expect(makeCuesFrom(now, own, options, work).cues).toEqual(makeCues(now, own, options))
      }
    }),
    { numRuns: 150 },
  )
})
