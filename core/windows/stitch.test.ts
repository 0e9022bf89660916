import { PCM_RATE } from '../sound/pcm.ts'
import { expect, test } from 'vitest'
import { frameTime } from './frames.ts'
import { NOBODY, stitch } from './stitch.ts'
import { segmentScene } from '../speakers/testing/scene.ts'
import { HOP_SAMPLES } from './windows.ts'

const at = (track: Int32Array, seconds: number): number | undefined =>
  track[Math.round((seconds - frameTime(0)) / (frameTime(1) - frameTime(0)))]

test('no windows: nobody, nowhere', () => {
  const { frameCount, first, second } = stitch([], 0)
  expect(frameCount).toBe(1)
  expect([...first, ...second]).toEqual([NOBODY, NOBODY])
})

test('a speaker keeps one id over many windows, also when the windows count them differently', () => {
  const windows = [0, 2, 0, 2].map((localSpeaker, index) => ({
    startSample: index * HOP_SAMPLES,
    segments: [
      { startFrame: 0, endFrame: 589, localSpeaker },
      { startFrame: 100, endFrame: 200, localSpeaker: 2 - localSpeaker },
    ],
  }))
  const { first, second } = stitch(windows, 25 * PCM_RATE)
  for (const seconds of [1, 7, 12, 18, 24]) expect([at(first, seconds), at(second, seconds)]).toContain(0)
})

test('somebody who was silent for a whole window gets a new id', () => {
  const { windows, sampleCount } = segmentScene(
    [
      { speaker: 0, start: 1, end: 4 },
      { speaker: 0, start: 28, end: 31 },
    ],
    40,
  )
  const { first } = stitch(windows, sampleCount)
  expect(at(first, 2)).not.toBe(NOBODY)
  expect(at(first, 15)).toBe(NOBODY)
  expect(at(first, 30)).not.toBe(NOBODY)
  expect(at(first, 30)).not.toBe(at(first, 2))
})

test('where two talk at once both are known', () => {
  const { windows, sampleCount } = segmentScene(
    [
      { speaker: 0, start: 1, end: 6 },
      { speaker: 1, start: 4, end: 9 },
    ],
    10,
  )
  const { first, second } = stitch(windows, sampleCount)
  expect(at(second, 3)).toBe(NOBODY)
  expect(new Set([at(first, 5), at(second, 5)])).toEqual(new Set([at(first, 2), at(first, 8)]))
})

test('a window cannot have a fourth speaker', () => {
  const segments = [{ startFrame: 0, endFrame: 9, localSpeaker: 3 }]
  expect(() => stitch([{ startSample: 0, segments }], PCM_RATE)).toThrow(RangeError)
})
