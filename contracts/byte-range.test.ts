import { describe, expect, it } from 'vitest'
import { readRange } from './byte-range.ts'

describe('readRange of 100 bytes', () => {
  it.each([
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=10-19', { start: 10, end: 19 }],
    ['bytes=10-1000', { start: 10, end: 99 }],
    ['bytes=-5', { start: 95, end: 99 }],
    ['bytes=-500', { start: 0, end: 99 }],
    ['bytes=99-', { start: 99, end: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=20-10', null],
    ['bytes=0-1,5-6', null],
    ['lines=0-1', null],
    ['bytes=-', null],
    [undefined, null],
  ] as const)('%s', (header, range) => {
    expect(readRange(header, 100)).toEqual(range)
  })

  it('has no byte to give of an empty file', () => {
    expect(readRange('bytes=0-', 0)).toBe('unsatisfiable')
  })
})
