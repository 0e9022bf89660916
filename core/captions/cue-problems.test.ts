import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cueFacts } from './cue-facts.ts'
import { cueProblems } from './cue-problems.ts'
import { readingSpeed } from './costs/reading-speed.ts'
import { makeCues, type Cue } from './cues.ts'
import { presets } from './presets/presets.ts'
import { presetFor } from './presets/netflix.ts'
import { randomParagraphs } from './testing/random-transcript.ts'

const rules = presetFor('en')
const cue = (durationMs: number, ...lines: string[]): Cue => ({
  index: 0,
  startMs: 1_000,
  endMs: 1_000 + durationMs,
  lines: lines.map((text) => ({ speakerId: null, text })),
  wordIds: [],
})
const text = (length: number): string => 'a'.repeat(length)

describe('the facts of a cue', () => {
  it('count every character of every line', () => {
    expect(cueFacts(cue(2_000, 'They come', 'with it.'))).toEqual({
      durationMs: 2_000,
      characters: 17,
      charactersPerSecond: 8.5,
      longestLine: 9,
    })
  })
})

describe('the reading speed of a cue', () => {
  it('is measured as the rules measure it, with the limit that they judge by', () => {
    const shown = cue(2_000, 'They come', 'with it.')
    expect(readingSpeed(shown, rules)).toEqual({ value: 9, limit: 20, unit: 'characters' })
    expect(readingSpeed(shown, presets.bbc.rulesFor('en'))).toEqual({ value: 120, limit: 180, unit: 'words' })
    // 20 characters in two seconds, plus the fifth that the charter allows.
    const byTable = { value: 8.5, limit: 12, unit: 'characters' }
    expect(readingSpeed(shown, presets.charte.rulesFor('fr'))).toEqual(byTable)
    expect(readingSpeed(shown, presets.none.rulesFor('en')).limit).toBeNull()
  })
})

describe('the problems of a cue', () => {
  it('are none where it keeps its rules', () => {
    expect(cueProblems(cue(2_000, text(20), text(20)), rules)).toEqual([])
  })

  it('name how fast it is and what can be read', () => {
    expect(cueProblems(cue(2_000, text(26), text(26)), rules)).toEqual([
      { kind: 'too-fast', value: 26, limit: 20, isSlight: false },
    ])
    expect(cueProblems(cue(2_000, text(42)), rules)).toEqual([
      { kind: 'too-fast', value: 21, limit: 20, isSlight: true },
    ])
    expect(cueProblems(cue(2_000, text(42)), presetFor('fr'))).toEqual([
      { kind: 'too-fast', value: 21, limit: 17, isSlight: false },
    ])
  })

  it('name the line that is too long, by its number', () => {
    expect(cueProblems(cue(5_000, text(20), text(46)), rules)).toEqual([
      { kind: 'line-too-long', value: 46, limit: 42, isSlight: false, line: 1 },
    ])
  })

  it('name what is shown too shortly or too long', () => {
    expect(cueProblems(cue(400, 'Yes.'), rules)).toEqual([
      { kind: 'too-short', value: 400, limit: 834, isSlight: false },
    ])
    expect(cueProblems(cue(800, 'Yes.'), rules)).toMatchObject([{ kind: 'too-short', isSlight: true }])
    expect(cueProblems(cue(8_000, 'Yes.'), rules)).toMatchObject([
      { kind: 'too-long', value: 8_000, limit: 7_000 },
    ])
  })

  it('name a line too many', () => {
    expect(cueProblems(cue(3_000, 'a', 'b', 'c'), rules)).toMatchObject([
      { kind: 'too-many-lines', value: 3, limit: 2 },
    ])
  })

  it('come with the worst first', () => {
    const [first, second] = cueProblems(cue(2_150, text(45)), rules)
    expect(first?.kind).toBe('line-too-long')
    expect(second).toMatchObject({ kind: 'too-fast', isSlight: true })
  })

  it('are never lines or durations over the limit in captions that are made by the rules', () => {
    fc.assert(
      fc.property(randomParagraphs, (paragraphs) => {
        const options = { durationMs: 600_000, language: 'en' }
        const cues = makeCues({ paragraphs, marks: [], speakers: [] }, rules, options)
        const kinds = cues.flatMap((made) => cueProblems(made, rules)).map(({ kind }) => kind)
        expect(kinds).not.toContain('line-too-long')
        expect(kinds).not.toContain('too-many-lines')
        expect(kinds).not.toContain('too-long')
      }),
    )
  })
})
