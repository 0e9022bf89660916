import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparedFeatures, errorFeatures, estimateError } from './error-estimate.ts'
import type { WordTraits } from './word-traits.ts'

const calm: WordTraits = {
  band: 0,
  company: 0.05,
  disputed: 0,
  other: 'unread',
  model: 'unread',
  isAtEdge: false,
  isOverlapped: false,
}
const estimate = (change: Partial<WordTraits> = {}): number => estimateError({ ...calm, ...change }) ?? NaN

describe('how likely a word is wrong', () => {
  it('is a probability, whatever is known', () => {
    const traits = fc.record({
      band: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
      company: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      disputed: fc.double({ min: 0, max: 1, noNaN: true }),
      other: fc.constantFrom('same' as const, 'differs' as const, 'unread' as const),
      model: fc.constantFrom('agrees' as const, 'differs' as const, 'unread' as const),
      isAtEdge: fc.boolean(),
      isOverlapped: fc.boolean(),
    })
    fc.assert(
      fc.property(traits, (known) => {
        const found = estimateError(known)
        expect(found).toBeGreaterThan(0)
        expect(found).toBeLessThan(1)
      }),
    )
  })

  it('grows with the band and with the doubt of the company', () => {
    const bands = ([0, 1, 2, 3] as const).map((band) => estimate({ band }))
    expect(bands).toEqual(bands.toSorted((a, b) => a - b))
    const companies = [0.04, 0.1, 0.2, 0.4].map((company) => estimate({ company }))
    expect(companies).toEqual(companies.toSorted((a, b) => a - b))
  })

  it('is low for a low band in a clear passage, high for a middling one in a muddy passage', () => {
    expect(estimate({ band: 2 })).toBeLessThan(1 / 3)
    expect(estimate({ band: 1, company: 0.3, other: 'differs' })).toBeGreaterThan(1 / 3)
  })

  it('is higher where another reading has other words', () => {
    expect(estimate({ other: 'differs' })).toBeGreaterThan(estimate())
    expect(estimate({ other: 'same' })).toBeLessThanOrEqual(estimate())
  })

  it('is lower where a second model agrees, higher where it differs, in every band', () => {
    for (const band of [0, 1, 2, 3] as const) {
      const [agrees, unread, differs] = (['agrees', 'unread', 'differs'] as const).map((model) =>
        estimate({ band, company: 0.12, model }),
      )
      expect(agrees).toBeLessThan(unread!)
      expect(differs).toBeGreaterThan(unread!)
    }
    // Both are sure of it: not listed. It is unsure and the other differs: listed.
    expect(estimate({ model: 'agrees' })).toBeLessThan(0.05)
    expect(estimate({ band: 1, company: 0.12, model: 'differs' })).toBeGreaterThan(1 / 3)
  })

  it('is known by agreement alone where the model says nothing of its confidence', () => {
    expect(estimateError({ ...calm, band: null, model: 'agrees' })).toBeLessThan(0.05)
    expect(estimateError({ ...calm, band: null, model: 'differs' })).toBeGreaterThan(1 / 3)
  })

  it('is not given where the model says nothing of its confidence', () => {
    expect(estimateError({ ...calm, band: null })).toBeNull()
    expect(errorFeatures({ ...calm, band: null })).toBeNull()
    expect(comparedFeatures({ ...calm, band: null, model: 'agrees' })).toBeNull()
  })
})
