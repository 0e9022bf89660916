import { expect, test } from 'vitest'
import type { Piece } from '../pieces.ts'
import { dot } from '../vectors.ts'
import { makeItems } from './items.ts'

const FRAMES_A_PIECE = 60 // 1 s

/** Consecutive one-second pieces, with a pause between them. */
const pieces = (count: number, pauseFrames = 0): Piece[] =>
  Array.from({ length: count }, (_, index) => {
    const startFrame = index * (FRAMES_A_PIECE + pauseFrames)
    const endFrame = startFrame + FRAMES_A_PIECE
    return {
      localSpeaker: 0,
      runs: [[startFrame, endFrame]],
      seconds: 1,
      startFrame,
      endFrame,
      overlapped: false,
    }
  })
const voice = Float32Array.of(0, 1)

test('neighbouring pieces of one speaker make items of 3 s, with the mean of their voices', () => {
  const items = makeItems(pieces(6), [Float32Array.of(1, 0), voice, voice, voice, voice, voice], 0)
  expect(items.map((item) => item.seconds)).toEqual([3, 3])
  expect(items[0]?.vector[1]).toBeCloseTo(2 / Math.sqrt(5), 6)
  for (const item of items) expect(dot(item.vector, item.vector)).toBeCloseTo(1, 9)
})

test('a pause over 0.5 s, another speaker or a missing embedding ends an item', () => {
  expect(makeItems(pieces(3, 31), [voice, voice, voice], 0)).toHaveLength(3)
  const changing = pieces(3).map((piece, index) => ({ ...piece, localSpeaker: index }))
  expect(makeItems(changing, [voice, voice, voice], 0)).toHaveLength(3)
  expect(makeItems(pieces(3), [voice, null, null], 0).map((item) => item.seconds)).toEqual([1])
})

test('where more speakers are asked for than there are items, each piece is one', () => {
  expect(makeItems(pieces(6), Array<Float32Array>(6).fill(voice), 4)).toHaveLength(6)
})

test('what is heard only under others is used only where there is nothing else', () => {
  const overlapped = pieces(2).map((piece) => ({ ...piece, overlapped: true }))
  expect(makeItems(overlapped, [voice, voice], 0)).toHaveLength(2)
  expect(makeItems([...pieces(2), ...overlapped], [voice, voice, voice, voice], 0)).toHaveLength(1)
})

test('a whole day is clustered too: items grow until they are few enough', () => {
  const day = pieces(30_000, 40)
  const items = makeItems(day, Array<Float32Array>(30_000).fill(voice), 0)
  expect(items.length).toBeLessThanOrEqual(7200)
  expect(items.length).toBeGreaterThan(1000)
})
