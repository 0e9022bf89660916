import { expect, test } from 'vitest'
import type { Word } from '../transcript/transcript.ts'
import { clipTimes } from './clip-times.ts'

const word = (startMs: number, endMs: number): Word => ({
  id: `${startMs}`,
  before: ' ',
  text: 'word',
  startMs,
  endMs,
  confidence: null,
  origin: 'recognised',
})

test('a word ends where the next starts, and none starts before the one before it', () => {
  const clipped = clipTimes([word(0, 500), word(400, 900), word(300, 1000)])
  expect(clipped.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [0, 400],
    [400, 400],
    [400, 1000],
  ])
})

test('words in order stay the very same', () => {
  const words = [word(0, 200), word(200, 300), word(900, 950)]
  expect(clipTimes(words)).toEqual(words)
})
