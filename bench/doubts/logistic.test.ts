import { expect, it } from 'vitest'
import { type Example, fitLogistic, probability } from './logistic.ts'

/** Examples of which the given number per hundred is true, with and without the one feature. */
function examples(shares: readonly (readonly [feature: number, trueOfHundred: number])[]): Example[] {
  return shares.flatMap(([feature, count]) =>
    Array.from({ length: 10_000 }, (_, index) => ({ features: [feature], isTrue: index < count * 100 })),
  )
}

it('gives back the shares that it was fitted on', () => {
  const weights = fitLogistic(
    examples([
      [0, 5],
      [1, 40],
    ]),
  )
  expect(probability(weights, [0])).toBeCloseTo(0.05, 2)
  expect(probability(weights, [1])).toBeCloseTo(0.4, 2)
})

it('tells nothing by a feature that is always the same', () => {
  const weights = fitLogistic(examples([[1, 20]]))
  expect(probability(weights, [1])).toBeCloseTo(0.2, 2)
})
