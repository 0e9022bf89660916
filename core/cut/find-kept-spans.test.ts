import { describe, expect, it } from 'vitest'
import { gridOfRate } from '../frames/video-frames.ts'
import type { Mark, Paragraph, Word } from '../transcript/transcript.ts'
import type { CutValue } from '../transcript/marks/kinds/cut.ts'
import { CutClock } from './cut-clock.ts'
import { findKeptSpans, type WantedCut } from './find-kept-spans.ts'
import { cutSpans } from './joins.ts'
import { isWhole, keptMs } from './kept-spans.ts'
import { type LoudnessCurve, loudnessOfPeaks } from './loudness.ts'

type Said = readonly [text: string, startMs: number, endMs: number]

function paragraph(id: string, said: readonly Said[]): Paragraph {
  const words = said.map(([text, startMs, endMs], place): Word => ({
    id: `${id}.${place}`,
    before: ' ',
    text,
    startMs,
    endMs,
    confidence: null,
    origin: 'recognised',
  }))
  return { id, speakerId: id, language: 'en', kind: 'speech', words }
}

const cut = (fromWordId: string, toWordId = fromWordId, value: Partial<CutValue> = {}): Mark => ({
  id: `${fromWordId}-${toWordId}`,
  kind: 'cut',
  fromWordId,
  toWordId,
  value: { reason: 'person', ...value },
})

const okay = paragraph('a', [
  ['Okay,', 1_000, 1_400],
  ['um,', 1_900, 2_200],
  ['so,', 2_600, 2_900],
  ['tell', 2_900, 3_200],
  ['me.', 3_200, 3_500],
  ['You', 4_500, 4_700],
])

function cutsOf(paragraphs: readonly Paragraph[], marks: readonly Mark[], more: Partial<WantedCut> = {}) {
  const wanted: WantedCut = {
    transcript: { paragraphs, marks },
    durationMs: 10_000,
    rate: 48_000,
    loudness: null,
    ...more,
  }
  const { kept, heardWords } = findKeptSpans(wanted)
  return { kept, heardWords, cuts: cutSpans(kept).map(({ startMs, endMs }) => [startMs, endMs]) }
}

/** Loud everywhere but in some stretches of 10 ms. */
function quietAt(...atMs: readonly number[]): LoudnessCurve {
  const levels = new Uint8Array(1_000).fill(200)
  for (const ms of atMs) levels[Math.floor(ms / 10)] = 1
  return { grainMs: 10, levels }
}

describe('what is cut', () => {
  it('is nothing without a mark', () => {
    const { kept } = cutsOf([okay], [])
    expect(isWhole(kept)).toBe(true)
    expect(keptMs(kept)).toBe(10_000)
  })

  it('is the time of the cut words without a loudness curve', () => {
    expect(cutsOf([okay], [cut('a.1')]).cuts).toEqual([[1_900, 2_200]])
  })

  it('leaves the time between words that touch to the first of them, as recognizers end words early', () => {
    const touching = paragraph('a', [
      ['so', 2_600, 2_860],
      ['tell', 2_900, 3_160],
      ['me', 3_200, 3_500],
    ])
    const cutAt = (loudness: LoudnessCurve) => cutsOf([touching], [cut('a.1')], { loudness }).cuts
    expect(cutAt(quietAt(2_870, 3_120, 3_180))).toEqual([[2_905, 3_200]])
    expect(cutAt(quietAt(2_940))).toEqual([[2_945, 3_200]])
    const frames = gridOfRate(25)
    const film = { loudness: quietAt(), ...(frames === null ? {} : { frames }) }
    expect(cutsOf([touching], [cut('a.1')], film).cuts).toEqual([[2_920, 3_200]])
  })

  it('takes the quietest 10 ms between the words, or up to 60 ms inside the start of the cut one: its end is heard longer', () => {
    expect(cutsOf([okay], [cut('a.1')], { loudness: quietAt(1_700, 2_300) }).cuts).toEqual([[1_705, 2_305]])
    expect(cutsOf([okay], [cut('a.1')], { loudness: quietAt(1_940, 2_150) }).cuts).toEqual([[1_945, 2_245]])
    // Not farther inside, not in the words beside it, and not half a second away.
    const loudness = quietAt(1_970, 2_100, 1_390, 2_600)
    expect(cutsOf([okay], [cut('a.1')], { loudness }).cuts).toEqual([[1_895, 2_245]])
  })

  it('leaves the breath before a word that begins a sentence', () => {
    expect(cutsOf([okay], [cut('a.4')], { loudness: quietAt(3_300, 4_300, 3_950) }).cuts).toEqual([
      [3_205, 3_955],
    ])
  })

  it('includes pauses between words that are cut together', () => {
    expect(cutsOf([okay], [cut('a.1', 'a.2')]).cuts).toEqual([[1_900, 2_900]])
    expect(cutsOf([okay], [cut('a.1'), cut('a.2')]).cuts).toEqual([[1_900, 2_900]])
    const later = paragraph('b', [['Again.', 7_000, 7_500]])
    expect(cutsOf([okay, later], [cut('a.5', 'b.0')]).cuts).toEqual([[4_500, 7_500]])
    expect(cutsOf([okay, later], [cut('a.5'), cut('b.0')]).cuts).toEqual([
      [4_500, 4_700],
      [7_000, 7_500],
    ])
  })

  it('takes edges that a person set, though never inside a kept word', () => {
    expect(cutsOf([okay], [cut('a.1', 'a.1', { startMs: 1_500, endMs: 2_550 })]).cuts).toEqual([
      [1_500, 2_550],
    ])
    expect(cutsOf([okay], [cut('a.1', 'a.1', { startMs: 1_100, endMs: 2_800 })]).cuts).toEqual([
      [1_400, 2_600],
    ])
  })

  it('is a stretch without words, where no kept word is', () => {
    expect(cutsOf([okay], [], { stretches: [{ startMs: 0, endMs: 1_200 }] }).cuts).toEqual([[0, 1_000]])
    const sound: Mark = {
      id: 'x',
      kind: 'cut-sound',
      fromWordId: 'a.0',
      toWordId: 'a.0',
      value: { reason: 'person', startMs: 3_600, endMs: 4_000 },
    }
    expect(cutsOf([okay], [sound]).cuts).toEqual([[3_600, 4_000]])
  })

  it('is all outside of a trim', () => {
    expect(cutsOf([okay], [cut('a.1')], { part: { startMs: 1_200, endMs: 5_000 } }).cuts).toEqual([
      [0, 1_200],
      [1_900, 2_200],
      [5_000, 10_000],
    ])
  })

  it('can be all of it', () => {
    const { kept } = cutsOf([okay], [], { stretches: [{ startMs: 4_700, endMs: 10_000 }] })
    expect(kept.spans).toHaveLength(1)
    expect(cutsOf([], [], { stretches: [{ startMs: 0, endMs: 10_000 }] }).kept.spans).toEqual([])
  })
})

describe('words of other tracks', () => {
  const other = paragraph('b', [['Yes,', 2_000, 2_100]])
  it('are kept, and what is cut is cut around them', () => {
    const { cuts, heardWords } = cutsOf([okay, other], [cut('a.1')])
    expect(cuts).toEqual([
      [1_900, 2_000],
      [2_100, 2_200],
    ])
    expect(heardWords).toEqual([])
  })

  it('keep the sound of a cut word that is said wholly under them, which is reported', () => {
    const { kept, heardWords } = cutsOf([okay, other], [cut('b.0')])
    expect(isWhole(kept)).toBe(true)
    expect(heardWords).toEqual(['b.0'])
  })
})

describe('with a video', () => {
  const frames = gridOfRate(25) ?? undefined
  it('edges are where frames begin, the quietest of those there', () => {
    const more = frames === undefined ? {} : { frames }
    expect(cutsOf([okay], [cut('a.1')], more).cuts).toEqual([[1_920, 2_200]])
    expect(
      cutsOf([okay], [cut('a.1')], { ...more, loudness: quietAt(1_470, 1_480, 2_390, 2_400) }).cuts,
    ).toEqual([[1_480, 2_400]])
  })

  it('a word without a whole frame stays, which is reported', () => {
    const close = paragraph('c', [
      ['the', 1_000, 1_210],
      ['I', 1_210, 1_230],
      ['end', 1_230, 1_600],
    ])
    const { kept, heardWords } = cutsOf([close], [cut('c.1')], frames === undefined ? {} : { frames })
    expect(isWhole(kept)).toBe(true)
    expect(heardWords).toEqual(['c.1'])
  })
})

it('each edit gives what a new transcript gives', () => {
  const marks = [cut('a.1'), cut('a.4')]
  const whole = {
    transcript: { paragraphs: [okay], marks },
    durationMs: 10_000,
    rate: 48_000,
    loudness: null,
  }
  const one = findKeptSpans(whole)
  const fewer = findKeptSpans({ ...whole, transcript: { paragraphs: [okay], marks: marks.slice(1) } })
  expect(fewer.kept.spans).toHaveLength(2)
  const again = findKeptSpans({ ...whole, transcript: { paragraphs: [okay], marks: [...marks] } })
  expect(again).toEqual(one)
  const gone = findKeptSpans({ ...whole, transcript: { paragraphs: [paragraph('z', [])], marks } })
  expect(isWhole(gone.kept)).toBe(true)
  expect(findKeptSpans(whole)).toEqual(one)
})

it('a time in a cut is the join there', () => {
  const { kept } = cutsOf([okay], [cut('a.1')])
  const clock = new CutClock(kept)
  expect(clock.cutTime(1_500)).toEqual({ ms: 1_500, isKept: true })
  expect(clock.cutTime(2_000)).toEqual({ ms: 1_900, isKept: false })
  expect(clock.cutTime(2_300)).toEqual({ ms: 2_000, isKept: true })
  expect(clock.cutEnd(1_900)).toEqual({ ms: 1_900, isKept: true })
  expect(clock.cutTime(1_900)).toEqual({ ms: 1_900, isKept: false })
  expect(clock.wholeTime(1_900)).toBe(2_200)
  expect(clock.wholeTime(1_900, 'before')).toBe(1_900)
})

it('peaks give how loud each 10 ms is', () => {
  expect(Array.from(loudnessOfPeaks(Int8Array.from([-3, 4, 0, 0, -128, 127])).levels)).toEqual([7, 0, 255])
})
