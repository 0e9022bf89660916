import fc from 'fast-check'
import { expect, it } from 'vitest'
import { conversation } from '#core/edits/testing/samples'
import { momentShares } from './moment-diamonds.ts'

it('every moment is at one paragraph: the one that has begun last, before the first at its top', () => {
  const { paragraphs } = conversation()
  fc.assert(
    fc.property(fc.array(fc.nat(9_000)), (times) => {
      const shares = paragraphs.map(({ words }, index) =>
        momentShares(times, {
          words,
          untilMs: paragraphs[index + 1]?.words[0]?.startMs ?? Infinity,
          isFirst: index === 0,
        }),
      )
      expect(shares.flat()).toHaveLength(times.length)
      for (const share of shares.flat()) expect(share >= 0 && share <= 1).toBe(true)
    }),
  )
  const [, second] = paragraphs
  const stretch = { words: second?.words ?? [], untilMs: 5_000, isFirst: false }
  expect(momentShares([2_000, 2_100, 4_900], stretch)).toEqual([0, 1])
})
