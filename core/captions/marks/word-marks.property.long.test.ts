import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mark, Paragraph, Speaker } from '../../transcript/transcript.ts'
import { captionNames, type CaptionNames } from '../caption-names.ts'
import { captionParagraphs } from '../words/caption-words.ts'
import { CueParts } from '../cue-parts.ts'
import { makeCues, type Cue } from '../cues.ts'
import { presetFor } from '../presets/netflix.ts'
import { randomMarks } from '../testing/random-marks.ts'
import { randomParagraphs } from '../testing/random-transcript.ts'

const rules = presetFor('en')
const options = { durationMs: 900_000, language: 'en' }
const speakers: Speaker[] = [{ id: 'A', name: 'Nora', colour: 0, groupId: null }]

interface Marked {
  readonly paragraphs: Paragraph[]
  readonly marks: Mark[]
}

const marked: fc.Arbitrary<Marked> = randomParagraphs.chain((paragraphs) =>
  fc.record({ paragraphs: fc.constant(paragraphs), marks: randomMarks(paragraphs) }),
)

const cuesOf = ({ paragraphs, marks }: Marked, names: CaptionNames = 'never'): Cue[] =>
  makeCues({ paragraphs, marks, speakers }, rules, { ...options, names })

const holds = (check: (transcript: Marked, cues: Cue[]) => void): void =>
  fc.assert(
    fc.property(marked, (transcript) => {
      check(transcript, cuesOf(transcript))
    }),
    { numRuns: 500 },
  )

const bare = (text: string): string => text.replace(/[\p{C}\p{Z}\s]+/gu, '')
const shown = (cue: Cue): string => cue.lines.map(({ text }) => text).join(' ')

describe('with any marks', () => {
  test('cues are in order of start and end after they start, in whole milliseconds', () => {
    holds((_, cues) => {
      for (const [index, cue] of cues.entries()) {
        expect(cue.index).toBe(index)
        expect(Number.isInteger(cue.startMs) && Number.isInteger(cue.endMs)).toBe(true)
        expect(cue.startMs).toBeGreaterThanOrEqual(cues[index - 1]?.startMs ?? 0)
        expect(cue.endMs).toBeGreaterThan(cue.startMs)
      }
    })
  })

  test('cues that Parolo cuts never overlap one another, and keep to the lines of the rules', () => {
    holds((_, cues) => {
      let untilMs = 0
      for (const cue of cues.filter(({ isFixed }) => isFixed === undefined)) {
        expect(cue.startMs).toBeGreaterThanOrEqual(untilMs)
        untilMs = cue.endMs
        expect(cue.lines.length).toBeLessThanOrEqual(rules.maxLines)
        for (const { text } of cue.lines) {
          expect(text.length).toBeLessThanOrEqual(rules.maxCharactersPerLine)
          expect(text).not.toBe('')
        }
      }
    })
  })

  test('every word that is shown is in a cue, and its words are in order there', () => {
    holds(({ paragraphs, marks }, cues) => {
      const words = captionParagraphs(paragraphs, marks, 'en').flatMap((paragraph) => paragraph.words)
      const expected = new Set(words.map(({ id }) => id))
      expect(new Set(cues.flatMap(({ wordIds }) => wordIds))).toEqual(expected)
      const order = new Map(paragraphs.flatMap((each) => each.words).map(({ id }, index) => [id, index]))
      for (const cue of cues) {
        const places = paragraphs.map(({ id }) =>
          cue.wordIds.filter((word) => word.startsWith(`${id}.`)).map((word) => order.get(word) ?? -1),
        )
        for (const own of places) expect(own).toEqual(own.toSorted((a, b) => a - b))
      }
      // A word longer than a line may continue in the next cue.
      const owners = new Map<string, number[]>()
      for (const { wordIds, index } of cues) {
        for (const id of wordIds) owners.set(id, [...(owners.get(id) ?? []), index])
      }
      for (const word of words) {
        if (word.text.length <= rules.maxCharactersPerLine && !marks.some(({ kind }) => kind === 'wording'))
          expect(owners.get(word.id)).toHaveLength(1)
      }
    })
  })

  test('the words of a paragraph are in order from cue to cue where no times are set', () => {
    holds(({ paragraphs, marks }) => {
      const untimed = marks.filter(({ kind }) => kind !== 'cue-start' && kind !== 'cue-end')
      const seen = cuesOf({ paragraphs, marks: untimed }).flatMap(({ wordIds }) => wordIds)
      for (const { id, words } of paragraphs) {
        const order = new Map(words.map((word, index) => [word.id, index]))
        const own = seen.filter((word) => word.startsWith(`${id}.`)).map((word) => order.get(word) ?? -1)
        expect(own).toEqual(own.toSorted((a, b) => a - b))
      }
    })
  })

  test('fixed cues have exactly their words, and the times of their marks', () => {
    holds(({ paragraphs, marks }, cues) => {
      const expected = captionParagraphs(paragraphs, marks, 'en').filter(({ fixed }) => fixed !== undefined)
      const fixed = cues.filter(({ isFixed }) => isFixed === true)
      expect(fixed).toHaveLength(expected.length)
      for (const { words, fixed: cue } of expected) {
        const ids = [...new Set(words.map(({ id }) => id))]
        const made = fixed.find(({ wordIds }) => wordIds[0] === ids[0])
        expect(made).toMatchObject({ startMs: cue?.startMs, endMs: cue?.endMs, wordIds: ids })
        const dashes = (cue?.parts.length ?? 0) > 1
        if (dashes || made === undefined || shown(made).startsWith('Nora:')) continue
        expect(bare(shown(made))).toBe(bare(words.map(({ text }) => text).join('')))
      }
    })
  })

  test('italics are inside the text of their line, in order and apart', () => {
    holds((_, cues) => {
      for (const { text, italics = [] } of cues.flatMap(({ lines }) => lines)) {
        let until = -1
        for (const { from, to } of italics) {
          expect(from).toBeGreaterThan(until)
          expect(to).toBeGreaterThan(from)
          until = to
        }
        expect(until).toBeLessThanOrEqual(text.length)
      }
    })
  })

  test('the same words and marks give the same cues, whole or in parts, also after a change', () => {
    const pauses = fc.array(fc.constantFrom(0, 0, 1_600, 2_900, 3_100, 9_000), {
      minLength: 12,
      maxLength: 12,
    })
    const spread = fc
      .tuple(randomParagraphs, pauses)
      .map(([paragraphs, shifts]) => {
        let shift = 0
        return paragraphs.map((paragraph, index) => {
          shift += shifts[index] ?? 0
          const by = shift
          const words = paragraph.words.map((word) => {
            return { ...word, startMs: word.startMs + by, endMs: word.endMs + by }
          })
          return { ...paragraph, words }
        })
      })
      .chain((paragraphs) =>
        fc.tuple(fc.constant(paragraphs), randomMarks(paragraphs), randomMarks(paragraphs)),
      )
    fc.assert(
      fc.property(spread, fc.constantFrom(...captionNames), ([paragraphs, before, after], names) => {
        const parts = new CueParts()
        for (const marks of [before, after, [...after, ...before.slice(0, 1)], after.slice(1), []]) {
          const transcript = { paragraphs, marks, speakers }
          const steps = parts.update(transcript, rules, { ...options, names })
          let step = steps.next()
          while (step.done !== true) step = steps.next()
          expect(step.value).toEqual(cuesOf(structuredClone({ paragraphs, marks }), names))
        }
      }),
      { numRuns: 500 },
    )
  })
})
