import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Paragraph, Speaker } from '../transcript/transcript.ts'
import { type CaptionNames, captionNames } from './caption-names.ts'
import { makeCues, type Cue } from './cues.ts'
import { presetFor } from './presets/netflix.ts'
import { randomParagraphs } from './testing/random-transcript.ts'

const rules = presetFor('en')
const bare = (text: string): string => text.replace(/[\p{C}\p{Z}\s]+/gu, '')

const cuesOf = (paragraphs: Paragraph[], names: CaptionNames = 'never'): Cue[] =>
  makeCues({ paragraphs, speakers: speakersOf(paragraphs), marks: [] }, rules, {
    durationMs: 0,
    language: 'en',
    names,
  })

const startsOf = (paragraphs: Paragraph[]): Map<string, number> =>
  new Map(paragraphs.flatMap(({ words }) => words.map((word) => [word.id, word.startMs])))

const holds = (check: (paragraphs: Paragraph[], cues: Cue[]) => void): void =>
  fc.assert(
    fc.property(randomParagraphs, (paragraphs) => {
      check(paragraphs, cuesOf(paragraphs))
    }),
    { numRuns: 300 },
  )

describe('for any transcript', () => {
  test('cues are in order, never overlap, end after they start, in whole milliseconds', () => {
    holds((_, cues) => {
      let previousEndMs = 0
      for (const [index, cue] of cues.entries()) {
        expect(cue.index).toBe(index)
        expect(Number.isInteger(cue.startMs) && Number.isInteger(cue.endMs)).toBe(true)
        expect(cue.startMs).toBeGreaterThanOrEqual(previousEndMs)
        expect(cue.endMs).toBeGreaterThan(cue.startMs)
        previousEndMs = cue.endMs
      }
    })
  })

  test('no cue is longer than 7 s, none has more than 2 lines or 42 characters in a line', () => {
    holds((_, cues) => {
      for (const cue of cues) {
        expect(cue.endMs - cue.startMs).toBeLessThanOrEqual(rules.maxDurationMs)
        expect(cue.lines.length).toBeLessThanOrEqual(2)
        for (const line of cue.lines) {
          expect(line.text).not.toMatch(/^ | $|[\r\n]/)
          expect(line.text.length).toBeGreaterThan(0)
          expect(line.text.length).toBeLessThanOrEqual(42)
        }
      }
    })
  })

  test('between cues there is nothing or at least 2 frames', () => {
    holds((_, cues) => {
      for (const [index, cue] of cues.slice(1).entries()) {
        const gapMs = cue.startMs - (cues[index]?.endMs ?? 0)
        expect(gapMs === 0 || gapMs >= rules.gapMs).toBe(true)
      }
    })
  })

  test('a cue is shorter than 5/6 s only where the next one begins or the recording ends', () => {
    holds((_, cues) => {
      for (const [index, cue] of cues.entries()) {
        const next = cues[index + 1]
        const isLong = cue.endMs - cue.startMs >= rules.minDurationMs
        expect(isLong || next === undefined || cue.endMs === next.startMs).toBe(true)
      }
    })
  })

  test('a cue of two voices has a line for each, with a dash; any other cue has one speaker', () => {
    holds((_, cues) => {
      for (const cue of cues) {
        expect(!isShared(cue) || cue.lines.every((line) => line.text.startsWith('-'))).toBe(true)
      }
    })
  })

  test('no text is lost: every speaker’s letters are there in order', () => {
    // One paragraph at a time is enough to test what "in order" means.
    const sequential = randomParagraphs.map((paragraphs) => paragraphs.filter((_, at) => at < 4))
    fc.assert(
      fc.property(sequential, (paragraphs) => {
        const distinct = paragraphs.map((paragraph, at) => ({ ...paragraph, speakerId: `s${at}` }))
        const cues = cuesOf(distinct)
        for (const paragraph of distinct) {
          const shown = cues
            .flatMap((cue) =>
              cue.lines
                .filter((line) => line.speakerId === paragraph.speakerId)
                .map((line) => (isShared(cue) ? line.text.slice(1) : line.text)),
            )
            .join('')
          const said = paragraph.words.map((word) => word.before + word.text).join('')
          expect(bare(shown)).toBe(bare(said))
        }
      }),
      { numRuns: 300 },
    )
  })

  test('the same words give the same cues', () => {
    holds((paragraphs, cues) => expect(cuesOf(structuredClone(paragraphs))).toEqual(cues))
  })

  test('with names, cues still keep to 2 lines of 42 characters', () => {
    fc.assert(
      fc.property(randomParagraphs, fc.constantFrom(...captionNames), (paragraphs, names) => {
        const cues = cuesOf(paragraphs, names)
        for (const cue of cues) {
          expect(cue.lines.length).toBeLessThanOrEqual(2)
          for (const line of cue.lines) expect(line.text.length).toBeLessThanOrEqual(42)
        }
      }),
      { numRuns: 200 },
    )
  })
})

function speakersOf(paragraphs: readonly Paragraph[]): Speaker[] {
  const ids = [...new Set(paragraphs.map(({ speakerId }) => speakerId))].filter((id) => id !== null)
  return ids.map((id) => {
    const name = id === 'A' ? 'Jo' : `Somebody of a very long name indeed ${id}`
    return { id, name, colour: 0, groupId: null }
  })
}

const isShared = (cue: Cue): boolean => new Set(cue.lines.map((line) => line.speakerId)).size > 1

describe('for speech as recognisers give it', () => {
  /** Consecutive words of 60 ms or more; turns overlap by at most 1.5 s. */
  const speech = randomParagraphs.map((paragraphs) => {
    let clockMs = 0
    return paragraphs.map((paragraph, at) => {
      clockMs = Math.max(0, clockMs + (at % 3 === 0 ? -700 : 250))
      return {
        ...paragraph,
        words: paragraph.words.map((word) => {
          const startMs = clockMs
          clockMs += 60 + word.text.length * 50
          return { ...word, startMs, endMs: clockMs }
        }),
      }
    })
  })

  test('a cue starts within 0.3 s of its first word', () => {
    fc.assert(
      fc.property(speech, (paragraphs) => {
        const starts = startsOf(paragraphs)
        const shown = new Set<string>()
        for (const cue of cuesOf(paragraphs)) {
          const first = cue.wordIds[0] ?? ''
          // The rest of a word too long for a line has no start of its own to compare with.
          const offMs = shown.has(first) ? 0 : Math.abs(cue.startMs - (starts.get(first) ?? 0))
          expect(offMs).toBeLessThanOrEqual(300)
          for (const id of cue.wordIds) shown.add(id)
        }
      }),
      { numRuns: 300 },
    )
  })
})
