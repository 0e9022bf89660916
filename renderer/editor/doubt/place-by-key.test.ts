import { describe, expect, it } from 'vitest'
import { placeByKey } from './place-by-key.ts'
import type { PlaceToCheck } from '#core/doubt/places-to-check'

const place = (key: string, startMs: number, estimate: number): PlaceToCheck => ({
  key,
  doubt: { fromWordId: key, toWordId: key, reasons: [], estimate },
  paragraphId: 'p',
  startMs,
  endMs: startMs + 100,
  before: '',
  text: key,
  after: '',
  wordBeforeId: null,
  wordAfterId: null,
})
const [likeliest, second, third] = [place('a', 9000, 0.9), place('b', 1000, 0.6), place('c', 5000, 0.4)]
const byEstimate = [likeliest, second, third]
const byTime = [second, third, likeliest]

describe('placeByKey', () => {
  const go = (open: PlaceToCheck | null, step: 1 | -1, places = byEstimate) =>
    placeByKey(places, 'likeliest', step, { open, atMs: 4000 })?.key

  it('begins with the likeliest error and goes on in the list’s own order, round the end', () => {
    expect(go(null, 1)).toBe('a')
    expect([go(likeliest, 1), go(second, 1), go(third, 1)]).toEqual(['b', 'c', 'a'])
    expect([go(null, -1), go(third, -1), go(likeliest, -1)]).toEqual(['c', 'b', 'c'])
  })

  it('goes on from where a place was that is corrected now', () => {
    expect(go(second, 1, [likeliest, third])).toBe('c')
    expect(go(second, -1, [likeliest, third])).toBe('a')
    expect(go(third, 1, [likeliest, second])).toBe('a')
    expect(go(second, 1, [])).toBeUndefined()
  })

  it('goes by time where the list does', () => {
    const goInTime = (open: PlaceToCheck | null, step: 1 | -1) =>
      placeByKey(byTime, 'reading', step, { open, atMs: 4000 })?.key
    expect([goInTime(null, 1), goInTime(third, 1), goInTime(null, -1)]).toEqual(['c', 'a', 'b'])
  })
})
