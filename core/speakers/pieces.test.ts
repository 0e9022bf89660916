import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { FRAME_SECONDS } from '../windows/frames.ts'
import { makePieces, overlapRuns, pieceRuns } from './pieces.ts'
import { NOBODY, type FrameTracks } from '../windows/stitch.ts'

/** Tracks from letters and dots: one character is one frame of one speaker. */
function frames(first: string, second = ''): FrameTracks {
  const track = (text: string): Int32Array =>
    Int32Array.from({ length: first.length }, (_, frame) => 'abc'.indexOf(text[frame] ?? '.'))
  return { frameCount: first.length, first: track(first), second: track(second) }
}

test('silence has no pieces', () => {
  expect(makePieces(frames('.'.repeat(50)))).toEqual([])
})

test('a long stretch is cut into even pieces of at most 1.5 s', () => {
  const pieces = makePieces(frames('a'.repeat(200)))
  expect(pieces.map((piece) => piece.runs)).toEqual([[[0, 67]], [[67, 133]], [[133, 200]]])
})

test('pauses under 0.3 s are joined and do not count', () => {
  const [piece, ...others] = makePieces(frames(`${'a'.repeat(20)}${'.'.repeat(10)}${'a'.repeat(20)}`))
  expect(others).toEqual([])
  expect(piece).toMatchObject({
    runs: [
      [0, 20],
      [30, 50],
    ],
    startFrame: 0,
    endFrame: 50,
    overlapped: false,
  })
  expect(piece?.seconds).toBeCloseTo(40 * FRAME_SECONDS, 9)
})

test('longer pauses and other speakers end a piece', () => {
  expect(
    makePieces(frames(`${'a'.repeat(20)}${'.'.repeat(19)}${'a'.repeat(20)}${'b'.repeat(9)}`)),
  ).toHaveLength(3)
})

test('who is heard only over somebody else gets a piece of the overlap', () => {
  const pieces = makePieces(frames('a'.repeat(80), `${'.'.repeat(25)}${'b'.repeat(30)}`))
  expect(pieces.map(({ localSpeaker, overlapped }) => [localSpeaker, overlapped])).toEqual([
    [0, false],
    [0, false],
    [1, true],
  ])
  expect(pieces[2]?.runs).toEqual([[25, 55]])
})

test('overlaps are runs of the same two', () => {
  expect(overlapRuns(frames('aaaabbbb', '.bb..ca.'))).toEqual([
    [1, 3],
    [5, 6],
    [6, 7],
  ])
})

const upTo = (endSample: number) => ({ startSample: 0, endSample })

test('the sound of a piece ends with the recording', () => {
  const [piece] = makePieces(frames('..aaaa'))
  expect(piece && pieceRuns(piece, upTo(1000))).toEqual([{ startSample: 540, sampleCount: 460 }])
  expect(piece && pieceRuns(piece, upTo(540))).toEqual([])
})

test('the sound of a piece begins no earlier than the range', () => {
  const [piece] = makePieces(frames('..aaaa'))
  expect(piece && pieceRuns(piece, { startSample: 600, endSample: 1000 })).toEqual([
    { startSample: 600, sampleCount: 400 },
  ])
})

test('each frame in which one talks alone is in exactly one piece of theirs, and no piece is too long', () => {
  const trackOf = (size: number): fc.Arbitrary<number[]> =>
    fc
      .array(fc.tuple(fc.integer({ min: NOBODY, max: 2 }), fc.integer({ min: 1, max: 120 })), {
        maxLength: 12,
      })
      .map((runs) => runs.flatMap(([id, length]) => Array<number>(length).fill(id)).slice(0, size))
  fc.assert(
    fc.property(trackOf(900), trackOf(900), (one, other) => {
      const first = Int32Array.from(one)
      const second = Int32Array.from(one, (id, frame) => {
        const over = other[frame] ?? NOBODY
        return id === NOBODY || over === id ? NOBODY : over
      })
      const pieces = makePieces({ frameCount: first.length, first, second })
      const counts = new Uint8Array(first.length)
      for (const piece of pieces.filter(({ overlapped }) => !overlapped)) {
        expect(piece.seconds).toBeLessThan(1.52)
        for (const [start, end] of piece.runs) {
          for (let frame = start; frame < end; frame++) {
            counts[frame] = (counts[frame] ?? 0) + 1
            expect(first[frame]).toBe(piece.localSpeaker)
          }
        }
      }
      expect([...counts]).toEqual(
        [...first].map((id, frame) => (id >= 0 && second[frame] === NOBODY ? 1 : 0)),
      )
    }),
  )
})
