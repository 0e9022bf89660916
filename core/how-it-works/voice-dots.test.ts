import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { VoicesInput } from '../speaker-review/own-pieces.ts'
import type { Piece } from '../speakers/pieces.ts'
import { secondsToFrames } from '../windows/frames.ts'
import { voiceDots } from './voice-dots.ts'

function piece(second: number, overlapped = false): Piece {
  const startFrame = Math.round(secondsToFrames(second))
  const endFrame = Math.round(secondsToFrames(second + 1))
  return { localSpeaker: 0, runs: [[startFrame, endFrame]], seconds: 1, startFrame, endFrame, overlapped }
}

function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values)
  return Float32Array.from(values, (value) => value / length)
}

/** Two voices that alternate every second. */
const talk = (vectors: readonly (Float32Array | null)[]): VoicesInput => ({
  pieces: vectors.map((_, second) => piece(second)),
  embeddings: vectors,
  turns: vectors.map((_, second) => ({
    speakerId: second % 2 === 0 ? 'ann' : 'bo',
    startMs: second * 1_000,
    endMs: second * 1_000 + 1_000,
  })),
})

it('dots of one voice lie together, apart from those of the other', () => {
  const vectors = Array.from({ length: 20 }, (_, at) =>
    unit(at % 2 === 0 ? [1, 0.05 * at, 0, 0.1] : [0, 0.1, 1, 0.04 * at]),
  )
  const dots = voiceDots([talk(vectors)])
  expect(dots).toHaveLength(20)
  const xs = (id: string) => dots.filter(({ speakerId }) => speakerId === id).map(({ x }) => x)
  const [ann, bo] = [xs('ann'), xs('bo')]
  expect(ann).toHaveLength(10)
  const isApart = Math.max(...ann) < Math.min(...bo) || Math.max(...bo) < Math.min(...ann)
  expect(isApart).toBe(true)
})

it('leaves out what was too short or two at once, and has no more dots than a picture can show', () => {
  const parts = talk([unit([1, 0]), null, unit([0, 1])])
  expect(voiceDots([parts])).toHaveLength(2)
  expect(voiceDots([{ ...parts, pieces: [piece(0), piece(1), piece(2, true)] }])).toEqual([
    { x: 0.5, y: 0.5, speakerId: 'ann' },
  ])
  expect(voiceDots([])).toEqual([])
  expect(voiceDots([talk(Array.from({ length: 900 }, (_, at) => unit([1, at, 3])))])).toHaveLength(120)
})

it('whatever the vectors are, every dot is in the square, the same each time', () => {
  const vector = fc
    .array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 6 })
    .filter((values) => values.some((value) => value !== 0))
  fc.assert(
    fc.property(fc.array(vector, { maxLength: 30 }), (vectors) => {
      const parts = [talk(vectors.map(unit))]
      const dots = voiceDots(parts)
      for (const { x, y } of dots) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(1)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(1)
      }
      expect(voiceDots(parts)).toEqual(dots)
    }),
  )
})
