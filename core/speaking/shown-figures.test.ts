import { expect, it } from 'vitest'
import { spokenLength } from '../notation/lengths.ts'
import { shownFigures } from './shown-figures.ts'

const speaker = (id: string, speakingMs: number, share: number) => ({ id, speakingMs, share })

it('times that are shown add up to the sum that is shown', () => {
  const shown = shownFigures([speaker('a', 78_600, 0.561), speaker('b', 61_700, 0.439)], 0, 0)
  const times = ['a', 'b'].map((id) => shown.speakingMs.get(id) ?? 0)
  expect(times.map((ms) => spokenLength(ms, 'en'))).toEqual(['1:18', '1:02'])
  expect(spokenLength(times[0]! + times[1]!, 'en')).toBe('2:20')
  expect(spokenLength(78_600 + 61_700, 'en')).toBe('2:20')
})

it('speech and silence add up to the length', () => {
  const shown = shownFigures([speaker('a', 78_600, 1)], 61_700, 0)
  expect((shown.speakingMs.get('a') ?? 0) + shown.silenceMs).toBe(140_000)
})

it('shares add up to a hundred percent', () => {
  for (const decimals of [0, 1]) {
    const { shares } = shownFigures(
      ['a', 'b', 'c'].map((id) => speaker(id, 20_000, 1 / 3)),
      0,
      decimals,
    )
    expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
  }
})

it('leaves short times in tenths of a second', () => {
  const shown = shownFigures([speaker('a', 4_200, 0.1), speaker('b', 37_800, 0.9)], 700, 0)
  expect(shown.speakingMs.get('a')).toBe(4_200)
  expect(shown.silenceMs).toBe(700)
})
