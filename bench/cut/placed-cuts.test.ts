import { expect, it } from 'vitest'
import { placedCuts } from './placed-cuts.ts'

/** Words of 300 ms with a pause of 100 ms after every third. */
const words = Array.from({ length: 90 }, (_, place) => {
  const startMs = 300 * place + 100 * Math.floor(place / 3)
  return { text: `w${place}`, speaker: 'A', startMs, endMs: startMs + 300 }
})

it.each([true, false])('cuts are placed as they say, pauses at both ends: %s', (isInPauses) => {
  let state = 7
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  const cuts = placedCuts(words, { isInPauses, count: 24, random })
  expect(cuts).toHaveLength(24)
  expect(cuts.filter(({ placing }) => placing === 'well')).toHaveLength(12)
  for (const { placing, from, to, faulty, startMs, endMs } of cuts) {
    const cutOf = (place: number): number => {
      const word = words[place] ?? { startMs: 0, endMs: 1 }
      const shared = Math.min(word.endMs, endMs) - Math.max(word.startMs, startMs)
      return Math.max(0, shared) / 300
    }
    expect(from % 3 === 0 && to % 3 === 2).toBe(isInPauses)
    for (let place = from - 1; place <= to + 1; place += 1) {
      const isCut = place >= from && place <= to
      if (place !== faulty) expect(cutOf(place)).toBe(isCut ? 1 : 0)
      else if (placing === 'clipping') expect(cutOf(place)).toBeGreaterThanOrEqual(0.49)
      else expect(cutOf(place)).toBeLessThanOrEqual(0.26)
    }
  }
})
