import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cue } from '../cues.ts'
import { lint } from '../../transcript/lint.ts'
import { withCaptionTiming } from '../../transcript/caption-timing.ts'
import type { Mark, Paragraph } from '../../transcript/transcript.ts'
import { captionProblems } from '../caption-problems.ts'
import { CueSession } from '../edits/testing/cue-session.ts'
import { presetFor } from '../presets/netflix.ts'
import { rulesWithShots } from '../shots/rules-with-shots.ts'
import { randomMarks } from '../testing/random-marks.ts'
import { randomTimings } from '../testing/random-timings.ts'
import { randomParagraphs } from '../testing/random-transcript.ts'
import { fixAll } from './fix-all.ts'
import { fixEdits } from './fix-edits.ts'
import { snapAll } from './testing/snap-all.ts'

const durationMs = 3_600_000
const options = { durationMs, language: 'en' }
const share = fc.nat(999).map((number) => number / 1_000)
const ranges = fc.array(fc.tuple(share, fc.nat(4)), { maxLength: 3 })

function redactionsOf(
  paragraphs: readonly Paragraph[],
  places: readonly (readonly [from: number, length: number])[],
): Mark[] {
  const words = paragraphs.flatMap((paragraph) => paragraph.words)
  return places.flatMap(([from, length], index): Mark[] => {
    const at = Math.floor(from * words.length)
    const [first, last] = [words[at], words[Math.min(words.length - 1, at + length)]]
    if (first === undefined || last === undefined) return []
    return [{ id: `r${index}`, kind: 'redaction', fromWordId: first.id, toWordId: last.id, value: null }]
  })
}

const marked = randomParagraphs
  .filter((paragraphs) => paragraphs.length > 0)
  .chain((paragraphs) =>
    fc.record({
      paragraphs: fc.constant(paragraphs),
      marks: fc
        .tuple(randomMarks(paragraphs), ranges)
        .map(([marks, places]) => [...marks, ...redactionsOf(paragraphs, places)]),
    }),
  )
const unmarked = randomParagraphs.map((paragraphs) => ({ paragraphs, marks: [] }))

const problemsIn = (cues: readonly Cue[]): number =>
  captionProblems(cues, presetFor('en')).filter((problems) => problems.length > 0).length

const shown = ({ startMs, endMs, lines }: Cue) => ({ startMs, endMs, lines: lines.map(({ text }) => text) })

test('the captions after the edits are those announced; words stay, one undo takes all back', () => {
  fc.assert(
    fc.property(fc.oneof(marked, unmarked), randomTimings, ({ paragraphs, marks }, timing) => {
      const session = new CueSession(paragraphs, marks, durationMs)
      session.transcript = withCaptionTiming(session.transcript, timing)
      const { context } = session
      const before = session.transcript
      const known = new Set(lint(before, durationMs).map(({ rule }) => rule))
      const fixed = fixAll(context.cues, context.rules, options)
      const { edits, cues, transcript } = fixEdits(context, fixed)
      session.apply(edits)
      expect(session.transcript.marks).toEqual(transcript.marks)
      expect(session.cues).toEqual(cues)
      expect(problemsIn(cues)).toBeLessThanOrEqual(Math.max(problemsIn(context.cues), problemsIn(fixed)))
      expect(session.transcript.paragraphs).toEqual(before.paragraphs)
      for (const { rule } of lint(session.transcript, durationMs)) expect(known).toContain(rule)
      session.undoAll()
      expect(session.transcript).toEqual(before)
    }),
    { numRuns: 300 },
  )
})

/**
 * Typical speech: one voice after the other, no word longer than a line, no turn that fits beside two of
 * another.
 */
const plain = fc
  .array(
    fc.record({
      speakerId: fc.constantFrom('A', 'B', 'C'),
      pauseMs: fc.integer({ min: 0, max: 3_000 }),
      words: fc.array(
        fc.record({
          text: fc.constantFrom(
            'a',
            'the',
            'workshop',
            'repaired',
            'bicycles.',
            'Yes.',
            'Keller,',
            'and',
            'because',
          ),
          pauseMs: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 2_500 })),
          lengthMs: fc.integer({ min: 60, max: 500 }),
        }),
        { minLength: 12, maxLength: 30 },
      ),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((turns) => {
    let clockMs = 0
    return turns.map(({ speakerId, pauseMs, words }, index): Paragraph => {
      clockMs += pauseMs
      const said = words.map((word, place) => {
        clockMs += place === 0 ? 0 : word.pauseMs
        const startMs = clockMs
        clockMs += word.lengthMs
        const id = `p${index}.${place}`
        const before = place === 0 ? '' : ' '
        return {
          id,
          before,
          text: word.text,
          startMs,
          endMs: clockMs,
          confidence: null,
          origin: 'recognised' as const,
        }
      })
      return { id: `p${index}`, speakerId, language: 'en', kind: 'speech', words: said }
    })
  })

test('of speech as it usually is, redacted words among it, the captions become exactly the fixed ones', () => {
  fc.assert(
    fc.property(plain, ranges, (paragraphs, places) => {
      const session = new CueSession(paragraphs, redactionsOf(paragraphs, places), durationMs)
      const { context } = session
      const fixed = fixAll(context.cues, context.rules, options)
      session.apply(fixEdits(context, fixed).edits)
      expect(session.cues.map(shown)).toEqual(fixed.map(shown))
    }),
    { numRuns: 300 },
  )
})

const shotTimes = fc
  .array(fc.integer({ min: 200, max: 6_000 }), { minLength: 1, maxLength: 60 })
  .map((steps) => {
    let ms = 0
    return steps.map((step) => (ms += step))
  })

test('captions that are snapped to shots are so by their marks, also among overlapping voices', () => {
  fc.assert(
    fc.property(fc.oneof(marked, unmarked), shotTimes, ({ paragraphs, marks }, shots) => {
      const session = new CueSession(paragraphs, marks, durationMs)
      const rules = rulesWithShots(session.rules, shots)
      const context = { ...session.context, rules }
      const problems = (cues: readonly Cue[]): number =>
        captionProblems(cues, rules).filter((own) => own.length > 0).length
      const snapped = snapAll(context.cues, rules, options)
      const { edits, cues } = fixEdits(context, snapped)
      session.apply(edits)
      expect(session.cues).toEqual(cues)
      expect(problems(cues)).toBeLessThanOrEqual(Math.max(problems(context.cues), problems(snapped)))
    }),
    { numRuns: 200 },
  )
})
