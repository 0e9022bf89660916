import { expect, test } from 'vitest'
import { quietestPlace } from './quietest.ts'

const reader = (samples: Float32Array) => (start: number, count: number) =>
  samples.slice(start, start + count)

test('the middle of a dip near the middle', () => {
  const samples = new Float32Array(16_000).fill(0.5)
  samples.fill(0.01, 7040, 7440)
  const place = quietestPlace(reader(samples), 0, 16_000)
  expect(place).toBeGreaterThanOrEqual(7200)
  expect(place).toBeLessThanOrEqual(7280)
})

test('quieter places near the edges do not count', () => {
  const samples = new Float32Array(16_000).fill(0.5)
  samples.fill(0, 1000, 2000)
  const place = quietestPlace(reader(samples), 0, 16_000)
  expect(place).toBeGreaterThan(0.35 * 16_000)
  expect(place).toBeLessThan(0.66 * 16_000)
})

test('a long span is read piece by piece, and every part of its middle is looked at', () => {
  const length = 16_000 * 200
  let longestRead = 0
  const read = (start: number, count: number): Float32Array => {
    longestRead = Math.max(longestRead, count)
    return Float32Array.from({ length: count }, (_, index) =>
      Math.abs(start + index - 2_050_000) < 400 ? 0 : 0.3,
    )
  }
  expect(Math.abs(quietestPlace(read, 0, length) - 2_050_000)).toBeLessThan(400)
  expect(longestRead).toBeLessThan(16_000 * 11)
})

test('samples that cannot be read are silence', () => {
  expect(quietestPlace(() => new Float32Array(0), 0, 1000)).toBe(510)
})
