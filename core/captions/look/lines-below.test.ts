import { expect, it } from 'vitest'
import type { Cue } from '../cue.ts'
import { linesBelow } from './lines-below.ts'

const cue = (startMs: number, endMs: number, count: number, vertical?: 'top'): Cue => ({
  index: 0,
  startMs,
  endMs,
  lines: Array.from({ length: count }, () => ({ speakerId: null, text: 'x' })),
  wordIds: [],
  ...(vertical === undefined ? {} : { position: { vertical, horizontal: 'center' as const } }),
})

it('keeps captions that are shown at the same time above each other', () => {
  const cues = [cue(0, 3, 2), cue(1, 5, 1), cue(2, 4, 1, 'top'), cue(3, 6, 1), cue(4, 6, 2), cue(6, 7, 1)]
  expect(linesBelow(cues, ({ lines }) => lines.length)).toEqual([0, 2, 0, 0, 3, 0])
})

it('asks for lines only where captions are shown at the same time', () => {
  const asked: number[] = []
  const countLines = ({ startMs, lines }: Cue): number => {
    asked.push(startMs)
    return lines.length
  }
  linesBelow([cue(0, 1, 1), cue(1, 3, 1), cue(2, 4, 1), cue(5, 6, 1)], countLines)
  expect(asked).toEqual([2, 1])
})
