import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOP_SAMPLES, WINDOW_SAMPLES, localSegments, planSpeechWindows, planWindows } from './windows.ts'

const upTo = (endSample: number) => ({ startSample: 0, endSample })

test('an empty recording has no windows, a short one has one', () => {
  expect(planWindows(upTo(0))).toEqual([])
  expect(planWindows(upTo(1))).toEqual([{ startSample: 0, sampleCount: 1 }])
  expect(planWindows(upTo(WINDOW_SAMPLES))).toEqual([{ startSample: 0, sampleCount: WINDOW_SAMPLES }])
})

test('one sample more begins another window, which goes to the end', () => {
  expect(planWindows(upTo(WINDOW_SAMPLES + 1))).toEqual([
    { startSample: 0, sampleCount: WINDOW_SAMPLES },
    { startSample: HOP_SAMPLES, sampleCount: HOP_SAMPLES + 1 },
  ])
})

test('windows cover every sample and end where the recording ends', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000_000 }), (sampleCount) => {
      const windows = planWindows(upTo(sampleCount))
      for (const [index, window] of windows.entries()) expect(window.startSample).toBe(index * HOP_SAMPLES)
      const last = windows.at(-1)
      expect((last?.startSample ?? 0) + (last?.sampleCount ?? 0)).toBe(sampleCount)
    }),
  )
})

test('windows of a range start with it and end with it', () => {
  const range = { startSample: 48_000, endSample: 48_000 + WINDOW_SAMPLES + 1 }
  expect(planWindows(range)).toEqual([
    { startSample: 48_000, sampleCount: WINDOW_SAMPLES },
    { startSample: 48_000 + HOP_SAMPLES, sampleCount: HOP_SAMPLES + 1 },
  ])
})

test('speech is detected in windows without a gap, each of them one in which speakers are told apart', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000_000 }), (sampleCount) => {
      const range = { startSample: 48_000, endSample: 48_000 + sampleCount }
      const windows = planSpeechWindows(range)
      const all = planWindows(range)
      for (const window of windows) expect(all).toContainEqual(window)
      expect(windows.length).toBeLessThanOrEqual(all.length / 2 + 1)
      let end = range.startSample
      for (const { startSample, sampleCount: samples } of windows) {
        expect(startSample).toBeLessThanOrEqual(end)
        end = startSample + samples
      }
      expect(end).toBe(range.endSample)
    }),
  )
})

test('segments are rounded to frames, kept inside the window, and dropped when empty', () => {
  const raw = [
    { start: 0, end: 0.5, speaker: 0 },
    { start: 9, end: 11, speaker: 2 },
    { start: 3, end: 3.001, speaker: 1 },
  ]
  expect(localSegments(raw, WINDOW_SAMPLES)).toEqual([
    { startFrame: 0, endFrame: 28, localSpeaker: 0 },
    { startFrame: 531, endFrame: 589, localSpeaker: 2 },
  ])
})

test('nobody speaks in the zeros behind the end of the recording', () => {
  const raw = [
    { start: 0.2, end: 5, speaker: 0 },
    { start: 3, end: 4, speaker: 1 },
  ]
  expect(localSegments(raw, 16_000)).toEqual([{ startFrame: 10, endFrame: 60, localSpeaker: 0 }])
})
