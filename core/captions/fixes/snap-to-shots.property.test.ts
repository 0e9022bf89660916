import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOnFrame, nearestFrame, startOfFrame } from '../../frames/frame-grid.ts'
import { conversation } from '../../edits/testing/samples.ts'
import type { FrameGrid, VideoFrames } from '../../frames/video-frames.ts'
import { captionProblems } from '../caption-problems.ts'
import type { CaptionRules } from '../caption-rules.ts'
import type { Cue } from '../cue.ts'
import { presets } from '../presets/presets.ts'
import { rulesOnFrames } from '../presets/rules-on-frames.ts'
import { rulesWithShots } from '../shots/rules-with-shots.ts'
import { shotsOf } from '../shots/shots.ts'
import { weightOf } from './cue-fix.ts'
import { fixAll } from './fix-all.ts'
import { fixReport } from './fix-report.ts'
import { isAboutShots } from './snap-to-shots.ts'
import { snapAll } from './testing/snap-all.ts'

const options = { durationMs: Infinity, language: 'en' }

const videos = fc.constantFrom<VideoFrames>(
  { numerator: 24_000, denominator: 1_001, drops: false, firstUs: 0, isVariable: false },
  { numerator: 25, denominator: 1, drops: false, firstUs: 0, isVariable: false },
  { numerator: 30_000, denominator: 1_001, drops: true, firstUs: 33_367, isVariable: false },
  { numerator: 60_000, denominator: 1_001, drops: true, firstUs: 0, isVariable: false },
  { numerator: 30, denominator: 1, drops: false, firstUs: 0, isVariable: true },
)
const someTimes = (least: number, most: number) =>
  fc.array(fc.integer({ min: least, max: most }), { minLength: 1, maxLength: 60 }).map((steps) => {
    let ms = 0
    return steps.map((step) => (ms += step))
  })

/** Cues in order on frames, close to one another, some of which are short or overlap. */
const someEdges = fc.array(
  fc.tuple(
    fc.oneof(fc.integer({ min: -2, max: 14 }), fc.integer({ min: 0, max: 90 })),
    fc.integer({ min: 2, max: 150 }),
    fc.integer({ min: 1, max: 60 }),
  ),
  { maxLength: 25 },
)

interface Film {
  readonly cues: readonly Cue[]
  readonly rules: CaptionRules
}

const films: fc.Arbitrary<Film> = fc
  .tuple(videos, fc.constantFrom('netflix', 'netflix-children', 'bbc'), someTimes(200, 4_000), someEdges)
  .map(([video, id, times, edges]) => {
    const { rulesFor, frameRate } = presets[id as 'netflix']
    const base = rulesOnFrames(rulesFor('en'), frameRate, video)
    const grid = base.frames ?? null
    const shots = times.map((ms) => onFrame(ms, grid))
    let frame = 30
    const cues = edges.map(([gap, length, characters], index) => {
      const start = Math.max(0, frame + gap)
      frame = start + length
      return {
        index,
        startMs: timeOf(start, grid),
        endMs: timeOf(frame, grid),
        lines: [{ speakerId: null, text: 'x'.repeat(characters) }],
        wordIds: [`w${index}`],
      }
    })
    const inOrder = cues.toSorted((a, b) => a.startMs - b.startMs).map((cue, index) => ({ ...cue, index }))
    return { cues: inOrder, rules: rulesWithShots(base, shots) }
  })

const onFrame = (ms: number, grid: FrameGrid | null): number =>
  grid === null ? ms : startOfFrame(nearestFrame(ms, grid), grid)
const timeOf = (frame: number, grid: FrameGrid | null): number =>
  grid === null ? frame * 40 : startOfFrame(frame + 2, grid)

const check = (holds: (film: Film, snapped: readonly Cue[]) => void): void =>
  fc.assert(
    fc.property(films, (film) => holds(film, snapAll(film.cues, film.rules, options))),
    { numRuns: 300 },
  )

/** The third has a shot a frame before it, and its end is moved only because the fourth starts earlier. */
function filmWithNeighbor(): Film {
  const { rulesFor, frameRate } = presets.netflix
  const video = { numerator: 60_000, denominator: 1_001, drops: true, firstUs: 0, isVariable: false }
  const times = [
    [533, 567],
    [567, 784],
    [817, 1_668],
    [1_701, 1_735],
  ]
  const cues = times.map(([startMs = 0, endMs = 0], index) => ({
    index,
    startMs,
    endMs,
    lines: [{ speakerId: null, text: 'x' }],
    wordIds: [`w${index}`],
  }))
  const rules = rulesOnFrames(rulesFor('en'), frameRate, video)
  return { cues, rules: rulesWithShots(rules, [200, 400, 600, 800, 2_185, 2_385]) }
}

/** Captions with a problem at a shot of which a report of the fix says nothing. */
function untold({ cues, rules }: Film, snapped: readonly Cue[]): number[] {
  const report = fixReport({ cues, rules, transcript: conversation() }, snapped)
  const lists = [
    ...report.byKind.map(({ results }) => results),
    report.improved,
    report.adjusted,
    report.staying,
  ]
  const told = new Set(lists.flat().map(({ before }) => before.index))
  return captionProblems(cues, rules).flatMap((own, index) =>
    own.some(isAboutShots) && !told.has(index) ? [index] : [],
  )
}

const weights = (cues: readonly Cue[], rules: CaptionRules): { shots: number; others: number } => {
  const problems = captionProblems(cues, rules).flat()
  return {
    shots: weightOf(problems.filter(isAboutShots)),
    others: weightOf(problems.filter((problem) => !isAboutShots(problem))),
  }
}

describe('snapping all captions to shots', () => {
  test('keeps every caption with its text, in order, and overlaps none that did not overlap', () => {
    check(({ cues }, snapped) => {
      expect(snapped.map(({ lines, wordIds }) => [lines, wordIds])).toEqual(
        cues.map(({ lines, wordIds }) => [lines, wordIds]),
      )
      for (const [index, cue] of snapped.entries()) {
        const next = snapped[index + 1]
        expect(cue.endMs).toBeGreaterThan(cue.startMs)
        if (next === undefined) continue
        expect(next.startMs).toBeGreaterThanOrEqual(cue.startMs)
        const was = (cues[index + 1]?.startMs ?? 0) - (cues[index]?.endMs ?? 0)
        expect(next.startMs - cue.endMs).toBeGreaterThanOrEqual(Math.min(0, was))
      }
    })
  })

  test('shows none for less than the rules ask, nor one that is too short already for less than before', () => {
    check(({ cues, rules: { minDurationMs } }, snapped) => {
      for (const [index, { startMs, endMs }] of snapped.entries()) {
        const was = (cues[index]?.endMs ?? 0) - (cues[index]?.startMs ?? 0)
        expect(endMs - startMs).toBeGreaterThanOrEqual(Math.min(was, minDurationMs))
      }
    })
  })

  test('moves edges to frames, by no more than two half seconds, counted in frames', () => {
    check(({ cues, rules: { frames } }, snapped) => {
      for (const [index, { startMs, endMs }] of snapped.entries()) {
        const was = cues[index]
        for (const [ms, before] of [
          [startMs, was?.startMs ?? 0],
          [endMs, was?.endMs ?? 0],
        ] as const) {
          if (ms === before) continue
          expect(frames === undefined || isOnFrame(ms, frames)).toBe(true)
          // 24 frames at 23.976 a second last 1,001 ms, and times off the grid go on it.
          expect(Math.abs(ms - before)).toBeLessThan(1_045)
        }
      }
    })
  })

  test('breaks no other rule, and nothing is left to do', () => {
    check(({ cues, rules }, snapped) => {
      const [was, is] = [weights(cues, rules), weights(snapped, rules)]
      expect(is.shots).toBeLessThanOrEqual(was.shots + 1e-6)
      expect(is.others).toBeLessThanOrEqual(was.others + 1e-6)
      expect(snapAll(snapped, rules, options)).toBe(snapped)
    })
  })

  test('says of each caption near a shot what became of it, also of one that is changed for its neighbor alone', () => {
    check((film, snapped) => {
      expect(untold(film, snapped)).toEqual([])
    })
    const film = filmWithNeighbor()
    const snapped = snapAll(film.cues, film.rules, options)
    const { adjusted } = fixReport({ ...film, transcript: conversation() }, snapped)
    expect(adjusted.map(({ before }) => before.index)).toEqual([2])
    expect(untold(film, snapped)).toEqual([])
  })
})

test('fixing all keeps what it solves at shots, and solves no less than without them', () => {
  fc.assert(
    fc.property(films, ({ cues, rules }) => {
      const fixed = fixAll(cues, rules, options)
      const total = (list: readonly Cue[]): number => {
        const { shots, others } = weights(list, rules)
        return shots + others
      }
      expect(total(fixed)).toBeLessThanOrEqual(total(cues) + 1e-6)
      expect(snapAll(fixed, rules, options)).toBe(fixed)
    }),
    { numRuns: 100 },
  )
})

test('the shots near a time are those that a look at all of them finds', () => {
  fc.assert(
    fc.property(films, fc.integer({ min: 0, max: 100_000 }), ({ rules }, ms) => {
      const shots = shotsOf(rules)
      if (shots === null) return expect.unreachable()
      const { before, after } = shots.near(ms)
      const { frames = null, shotTimesMs = [] } = rules
      const frameOf = (at: number): number =>
        frames === null ? Math.round(((at - ms) * 24) / 1_000) : nearestFrame(at, frames)
      const own = frameOf(ms)
      expect(before?.ms).toBe(shotTimesMs.findLast((at) => frameOf(at) <= own))
      expect(after?.ms).toBe(shotTimesMs.find((at) => frameOf(at) > own))
    }),
  )
})
