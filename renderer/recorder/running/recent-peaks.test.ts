import { beforeEach, expect, it } from 'vitest'
import {
  addPeak,
  COLUMN_MS,
  COLUMNS,
  forgetPeaks,
  peaksInOrder,
  placeInWave,
  usePeakStore,
} from './recent-peaks.ts'

beforeEach(() => forgetPeaks(2))
const peaks = (source: number): number[] => peaksInOrder(usePeakStore.getState(), source)

it('keeps the loudest of each column; what a source did not give is silent', () => {
  addPeak(0, 0, 0.25)
  addPeak(0, 80, 0.5)
  addPeak(1, 90, 0.125)
  addPeak(0, 3 * COLUMN_MS, 0.75)
  expect(peaks(0)).toEqual([0.5, 0, 0, 0.75])
  expect(peaks(1)).toEqual([0.125, 0, 0, 0])
})

it('of a page that was loaded anew, begins where that page does', () => {
  addPeak(0, 10 * COLUMN_MS, 0.5)
  addPeak(0, 11 * COLUMN_MS, 0.25)
  expect(peaks(0)).toEqual([0.5, 0.25])
})

it('forgets what is older than two minutes, also after a gap', () => {
  for (let column = 0; column < COLUMNS + 20; column += 1) addPeak(0, column * COLUMN_MS, 0.5)
  expect(peaks(0).length).toBe(COLUMNS)
  addPeak(0, (3 * COLUMNS + 5) * COLUMN_MS, 0.25)
  expect(peaks(0).filter((peak) => peak > 0)).toEqual([0.25])
  addPeak(1, 0, 1)
  expect(peaks(1).every((peak) => peak === 0)).toBe(true)
})

it('says where a time is in it, if it is', () => {
  const placeAt = (atMs: number): number | null => placeInWave(usePeakStore.getState(), atMs)
  expect(placeAt(0)).toBeNull()
  addPeak(0, 9 * COLUMN_MS, 0.5)
  expect(placeAt(10 * COLUMN_MS)).toBe(1)
  expect(placeAt(0)).toBeCloseTo(1 - 10 / COLUMNS)
  expect(placeAt(12 * COLUMN_MS)).toBeNull()
  addPeak(0, 400 * COLUMN_MS, 0.5)
  expect(placeAt(0)).toBeNull()
})
