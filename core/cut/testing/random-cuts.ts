import fc from 'fast-check'
import { type FrameGrid, gridOfRate } from '../../frames/video-frames.ts'
import type { Mark, Paragraph, Word } from '../../transcript/transcript.ts'
import type { WantedCut } from '../find-kept-spans.ts'

/** A word of a track: how long after the one before it ended (negative: before that), and how long it is, in ms. */
interface RandomWord {
  readonly afterMs: number
  readonly lengthMs: number
  readonly text: string
}

const randomWord: fc.Arbitrary<RandomWord> = fc.record({
  afterMs: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: -100, max: 1_500 })),
  lengthMs: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 30, max: 600 }) }, fc.constant(0)),
  text: fc.constantFrom('so', 'um,', 'yes.', 'ledger'),
})

const randomTrack = fc.array(fc.array(randomWord, { minLength: 1, maxLength: 6 }), { maxLength: 6 })

function paragraphsOf(tracks: readonly (readonly (readonly RandomWord[])[])[]): Paragraph[] {
  return tracks.flatMap((paragraphs, track) => {
    let atMs = 200 * track
    return paragraphs.map((words, place): Paragraph => {
      const id = `t${track}p${place}`
      return {
        id,
        speakerId: `s${track}`,
        language: 'en',
        kind: 'speech',
        words: words.map(({ afterMs, lengthMs, text }, index): Word => {
          const startMs = Math.max(0, atMs + afterMs)
          atMs = startMs + lengthMs
          const times = { startMs, endMs: atMs }
          return {
            id: `${id}.${index}`,
            before: ' ',
            text,
            ...times,
            confidence: null,
            origin: 'recognised',
          }
        }),
      }
    })
  })
}

/** From and to, as fractions of all words, with edges as distances from the words' own in ms; null: nobody set one. */
const randomMark = fc.record({
  from: fc.nat(1_000),
  length: fc.nat(5),
  startMs: fc.option(fc.integer({ min: -300, max: 300 }), { freq: 3 }),
  endMs: fc.option(fc.integer({ min: -300, max: 300 }), { freq: 3 }),
})

const grids = fc.constantFrom(24, 25, 29.97, 30, 50, 59.94)
const randomFrames: fc.Arbitrary<FrameGrid | undefined> = fc
  .option(fc.tuple(grids, fc.integer({ min: 0, max: 90_000 })))
  .map((made) => {
    const grid = made === null ? null : gridOfRate(made[0])
    return grid === null || made === null ? undefined : { ...grid, firstUs: made[1] }
  })

/** Any cut of any recording: several tracks, overlapping words, stretches, trim, with and without video and loudness. */
export const randomCut: fc.Arbitrary<WantedCut> = fc
  .record({
    tracks: fc.array(randomTrack, { minLength: 1, maxLength: 3 }),
    marks: fc.array(randomMark, { maxLength: 6 }),
    stretches: fc.array(fc.tuple(fc.nat(20_000), fc.integer({ min: 1, max: 2_000 })), { maxLength: 4 }),
    part: fc.option(fc.tuple(fc.nat(8_000), fc.integer({ min: 100, max: 20_000 }))),
    rate: fc.constantFrom(16_000, 44_100, 48_000),
    frames: randomFrames,
    loudness: fc.option(fc.array(fc.nat(3), { maxLength: 3_000 })),
    restMs: fc.nat(3_000),
  })
  .map(({ tracks, marks, stretches, part, rate, frames, loudness, restMs }): WantedCut => {
    const paragraphs = paragraphsOf(tracks)
    const words = paragraphs.flatMap((paragraph) => paragraph.words)
    const durationMs = Math.max(200, ...words.map(({ endMs }) => endMs)) + restMs
    return {
      transcript: { paragraphs, marks: words.length === 0 ? [] : marks.map(markOn(words)) },
      stretches: stretches.map(([startMs, lengthMs]) => ({ startMs, endMs: startMs + lengthMs })),
      durationMs,
      rate,
      loudness: loudness === null ? null : { grainMs: 10, levels: loudness },
      ...(part === null ? {} : { part: { startMs: part[0], endMs: part[0] + part[1] } }),
      ...(frames === undefined ? {} : { frames }),
    }
  })

const markOn =
  (words: readonly Word[]) =>
  ({ from, length, startMs, endMs }: RandomMarkValue, index: number): Mark => {
    const at = from % words.length
    const [first, last] = [words[at] as Word, words[Math.min(at + length, words.length - 1)] as Word]
    const start = startMs === null ? {} : { startMs: Math.max(0, first.startMs + startMs) }
    const end = endMs === null ? {} : { endMs: last.endMs + endMs }
    return {
      id: `m${index}`,
      kind: 'cut',
      fromWordId: first.id,
      toWordId: last.id,
      value: { reason: 'person', ...start, ...end },
    }
  }

interface RandomMarkValue {
  readonly from: number
  readonly length: number
  readonly startMs: number | null
  readonly endMs: number | null
}
