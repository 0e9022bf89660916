import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { captionProblems, problemCounts } from '../caption-problems.ts'
import type { Cue } from '../cues.ts'
import { presetIds, presets } from '../presets/presets.ts'
import { presetFor } from '../presets/netflix.ts'
import type { CueFixId } from '../problems/problem-kind.ts'
import { cueFixes, fixAll, fixCue } from './fix-all.ts'
import { isFiller } from '../../fillers/is-filler.ts'

const rules = presetFor('en')
const options = { durationMs: Infinity, language: 'en' }
const cueOf = (startMs: number, endMs: number, ...lines: string[]): Cue => ({
  index: 0,
  startMs,
  endMs,
  lines: lines.map((text) => ({ speakerId: null, text })),
  wordIds: [],
})
const list = (...cues: Cue[]): Cue[] => cues.map((cue, index) => ({ ...cue, index }))
const times = (cues: readonly Cue[] | null): [number, number][] | undefined =>
  cues?.map(({ startMs, endMs }) => [startMs, endMs])
const long = 'The place opened in 1932, and it was run by a woman called Rosa Keller.'

describe('a fix of one cue', () => {
  it('extends it into the silence after it, and no further than it needs', () => {
    const cues = list(cueOf(1_000, 2_000, 'x'.repeat(40)), cueOf(9_000, 10_000, 'Yes.'))
    expect(Object.keys(cueFixes).filter((id) => fixCue(cues, 0, id as CueFixId, rules, options))).toEqual([
      'extend',
    ])
    expect(times(fixCue(cues, 0, 'extend', rules, options))).toEqual([
      [1_000, 3_000],
      [9_000, 10_000],
    ])
  })

  it('borrows from a neighbor what that can spare', () => {
    const cues = list(cueOf(0, 1_900, 'x'.repeat(40)), cueOf(1_984, 5_000, 'Yes.'))
    expect(times(fixCue(cues, 0, 'borrow', rules, options))).toEqual([
      [0, 2_000],
      [2_084, 5_000],
    ])
    expect(fixCue(list(cueOf(0, 1_000, 'Yes.')), 0, 'borrow', rules, options)).toBeNull()
  })

  it('breaks a long line again, and parts what does not fit', () => {
    const [fixed] = fixCue(list(cueOf(0, 5_000, long)), 0, 'split', rules, options) ?? []
    expect(fixed?.lines.map(({ text }) => text)).toEqual([
      'The place opened in 1932, and it was run',
      'by a woman called Rosa Keller.',
    ])
    const parted = fixCue(list(cueOf(0, 10_000, `${long} ${long}`)), 0, 'split', rules, options) ?? []
    expect(parted.length).toBe(2)
    expect(times(parted)?.at(-1)?.[1]).toBe(10_000)
    expect(parted.flatMap(({ lines }) => lines.map(({ text }) => text)).join(' ')).toBe(`${long} ${long}`)
  })

  it('closes a gap, opens one that is too short, and ends an overlap', () => {
    for (const endMs of [1_700, 1_990, 2_500]) {
      const cues = list(cueOf(0, endMs, 'Yes.'), cueOf(2_000, 4_000, 'No.'))
      expect(times(fixCue(cues, 0, 'gap', rules, options))?.[0]).toEqual([0, 1_916])
    }
    const apart = list(cueOf(0, 1_500, 'Yes.'), cueOf(2_000, 4_000, 'No.'))
    expect(fixCue(apart, 0, 'gap', rules, options)).toBeNull()
  })

  it('opens a gap by the next one where the cue needs all its time', () => {
    const cues = list(cueOf(0, 850, 'Really?'), cueOf(850, 4_000, 'All that time?'))
    expect(times(fixCue(cues, 0, 'gap', rules, options))).toEqual([
      [0, 834],
      [918, 4_000],
    ])
    const tight = list(cueOf(0, 834, 'Really?'), cueOf(834, 1_668, 'Yes.'))
    expect(times(fixCue(tight, 0, 'gap', rules, options))?.[1]).toEqual([834, 1_668])
  })

  it('never starts a cue further from its words than the rules allow, however often it is tried', () => {
    const cues = list(cueOf(5_000, 5_400, long), cueOf(5_484, 9_000, 'Yes.'))
    const [first, second] = fixAll(cues, rules, options)
    expect(first?.startMs).toBe(5_000 - rules.startToleranceMs)
    expect(second?.startMs).toBeLessThanOrEqual(5_484 + rules.startToleranceMs)
  })

  test.each([
    ['Um,', 'en', true],
    ['uh…', 'en', true],
    ['was,', 'en', false],
    ['Euh,', 'fr-CA', true],
    ['oui.', 'fr-CA', false],
  ])('%s in %s is a filler: %s', (word, language, expected) => {
    expect(isFiller(word, language)).toBe(expected)
  })
})

const anyCues = fc
  .array(
    fc.record({
      gapMs: fc.integer({ min: -800, max: 3_000 }),
      lengthMs: fc.integer({ min: 1, max: 9_000 }),
      lines: fc.array(
        fc.record({
          speakerId: fc.constantFrom(null, 'A', 'B'),
          words: fc.array(
            fc.constantFrom('a', 'word', 'Really?', '-No.', 'extraordinarily,', 'x'.repeat(60)),
            { minLength: 1, maxLength: 12 },
          ),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    { maxLength: 12 },
  )
  .map((parts) => {
    let clockMs = 0
    return parts.map(({ gapMs, lengthMs, lines }, index): Cue => {
      const startMs = Math.max(0, clockMs + gapMs, index === 0 ? 0 : clockMs - 800)
      clockMs = Math.max(startMs, startMs + lengthMs)
      const shown = lines.map(({ speakerId, words }) => ({ speakerId, text: words.join(' ') }))
      return { index, startMs, endMs: clockMs, lines: shown, wordIds: [`w${index}`] }
    })
  })
  .map((cues) => cues.toSorted((a, b) => a.startMs - b.startMs).map((cue, index) => ({ ...cue, index })))

describe.each(presetIds)('fixAll under %s', (id) => {
  const own = presets[id].rulesFor('en')

  it('keeps every word in order, adds no kind of fault, and ends', () => {
    fc.assert(
      fc.property(anyCues, (cues) => {
        const fixed = fixAll(cues, own, options)
        const text = (all: readonly Cue[]): string =>
          all.flatMap(({ lines }) => lines.map((line) => line.text.replaceAll(' ', ''))).join('')
        expect(text(fixed)).toBe(text(cues))
        expect(fixed.map(({ index }) => index)).toEqual(fixed.map((_, index) => index))
        let startMs = 0
        for (const cue of fixed) {
          expect(cue.endMs).toBeGreaterThan(cue.startMs)
          expect(cue.startMs).toBeGreaterThanOrEqual(startMs)
          startMs = cue.startMs
        }
        const had = cues.filter((_, index) => (captionProblems(cues, own)[index] ?? []).length > 0).length
        if (had === 0) expect(fixed).toBe(cues)
        const counts = problemCounts(captionProblems(fixed, own))
        expect(counts['line-too-long'] ?? 0).toBeLessThanOrEqual(
          problemCounts(captionProblems(cues, own))['line-too-long'] ?? 0,
        )
      }),
      { numRuns: 60 },
    )
  })
})
