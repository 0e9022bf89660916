import { expect, test } from 'vitest'
import { frameAt } from './frames.ts'
import { PCM_RATE } from '../sound/pcm.ts'
import { stitch } from './stitch.ts'
import type { LocalSegment } from './windows.ts'

/** Seconds of the recording, in a window that begins at `from`. */
const heard = (from: number, start: number, end: number, localSpeaker: number): LocalSegment => ({
  startFrame: Math.max(0, frameAt(start - from)),
  endFrame: Math.min(589, frameAt(end - from)),
  localSpeaker,
})

/**
 * One speaks from 0.5 s, another from `second` in the window that counts and from `other` in the next one.
 */
function earlyStarts(second: number, other: number) {
  return stitch(
    [
      { startSample: 0, segments: [heard(0, 0.5, 5.8, 0), heard(0, second, 9, 1)] },
      { startSample: 5 * PCM_RATE, segments: [heard(5, 5, 5.8, 1), heard(5, other, 9, 0)] },
    ],
    15 * PCM_RATE,
  ).earlyStarts.map(({ startFrame, endFrame }) => [startFrame, endFrame].map((frame) => frame - frameAt(0)))
}

const framesOf = (...seconds: number[]): number[] => seconds.map((each) => frameAt(each) - frameAt(0))

test('the other window over a frame has the speaker begin earlier', () => {
  const [found, ...others] = earlyStarts(5.95, 5.45)
  expect(others).toEqual([])
  for (const [index, frame] of framesOf(5.45, 5.95).entries()) {
    expect(Math.abs((found?.[index] ?? 0) - frame)).toBeLessThanOrEqual(1)
  }
})

test('not a difference that is no beginning, or none at all, or one at the edge of the window', () => {
  expect(earlyStarts(5.5, 5.05)).toEqual([])
  expect(earlyStarts(5.95, 5.9)).toEqual([])
  expect(earlyStarts(6.5, 5.45)).toEqual([])
  expect(earlyStarts(5.45, 5.95)).toEqual([])
})
