import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PCM_RATE } from '../sound/pcm.ts'
import type { SampleRange } from '../sound/range.ts'
import { cutSpeech } from './cut-speech.ts'

const at = (seconds: number): number => Math.round(seconds * PCM_RATE)
const range = (start: number, end: number): SampleRange => ({ startSample: at(start), endSample: at(end) })
/** The quietest place is at 6.5 s. */
const read = (startSample: number, count: number): Float32Array =>
  Float32Array.from({ length: count }, (_, index) =>
    Math.min(1, Math.abs(startSample + index - at(6.5)) / 1e5),
  )
const cut = (speech: SampleRange[], end: number, isOver = false) =>
  cutSpeech(speech, range(0, end), isOver, read)
const seconds = ({ startSample, endSample }: SampleRange): number[] => [
  startSample / PCM_RATE,
  endSample / PCM_RATE,
]

describe('cutSpeech', () => {
  it('takes speech once half a second of silence follows', () => {
    expect(cut([range(1, 3)], 3.4)).toEqual({ chunks: [], openSample: at(0.7), openSpeech: at(1) })
    const { chunks, openSample } = cut([range(1, 3)], 3.5)
    expect(chunks.map(seconds)).toEqual([[1, 3]])
    expect(openSample).toBe(at(3))
  })

  it('joins over short pauses and keeps what is speech in between', () => {
    const [chunk] = cut([range(1, 2), range(2.3, 4)], 5).chunks
    expect(chunk?.regions.map(seconds)).toEqual([
      [1, 2],
      [2.3, 4],
    ])
  })

  it('cuts long speech in its widest pause, else at its quietest place', () => {
    const paused = cut([range(0, 4), range(4.4, 6), range(6.3, 9)], 9)
    expect(paused.chunks.map(seconds)).toEqual([[0, 4]])
    expect(paused.openSample).toBe(at(4.1))
    const whole = cut([range(0, 9)], 9)
    const [first] = whole.chunks
    expect(first?.cutAfter).toBe(true)
    expect((first?.endSample ?? 0) / PCM_RATE).toBeCloseTo(6.5, 1)
    expect(whole.openSample).toBe(first?.endSample)
  })

  it('takes all when nothing follows, and keeps a second of silence for the next look', () => {
    expect(cut([range(1, 3)], 3.1, true)).toMatchObject({ openSample: at(3.1), chunks: [range(1, 3)] })
    expect(cut([], 20)).toEqual({ chunks: [], openSample: at(19), openSpeech: null })
  })

  it('leaves out no speech, takes none twice, and goes forward', () => {
    const parts = fc.array(fc.tuple(fc.nat(1_500), fc.integer({ min: 50, max: 12_000 })), { maxLength: 12 })
    fc.assert(
      fc.property(parts, fc.nat(2_000), (lengths, after) => {
        let ms = 0
        const speech = lengths.map(([pause, length]) => {
          const start = ms + pause + 10
          ms = start + length
          return range(start / 1_000, ms / 1_000)
        })
        const { chunks, openSample } = cut(speech, (ms + after) / 1_000)
        const taken = chunks.flatMap(({ regions }) => regions)
        const open = speech
          .map((one) => ({ ...one, startSample: Math.max(one.startSample, openSample) }))
          .filter(({ startSample, endSample }) => startSample < endSample)
        const length = (all: readonly SampleRange[]): number =>
          all.reduce((sum, { startSample, endSample }) => sum + endSample - startSample, 0)
        expect(length(taken) + length(open)).toBe(length(speech))
        for (const [index, chunk] of chunks.entries()) {
          expect(chunk.endSample - chunk.startSample).toBeLessThanOrEqual(8 * PCM_RATE)
          expect(chunk.startSample).toBeGreaterThanOrEqual(chunks[index - 1]?.endSample ?? 0)
        }
        expect(openSample).toBeGreaterThanOrEqual(chunks.at(-1)?.endSample ?? 0)
      }),
    )
  })
})
