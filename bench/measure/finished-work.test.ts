import { expect, test } from 'vitest'
import { spansOfKey } from './finished-work.ts'

test('the place of a checkpoint, one span or several', () => {
  expect(spansOfKey('ab12:160+3200:cd34:ef56')).toEqual([{ startSample: 160, sampleCount: 3200 }])
  expect(spansOfKey('ab12:0+10,20+30:cd34')).toEqual([
    { startSample: 0, sampleCount: 10 },
    { startSample: 20, sampleCount: 30 },
  ])
})

test('a key of another shape is refused, not measured wrongly', () => {
  expect(() => spansOfKey('ab12')).toThrow('place')
})
