import { describe, expect, it } from 'vitest'
import { offerFor, unaskedOffer } from './offer.ts'

const laptop = { memoryBytes: 8e9, cores: 4, freeBytes: 50e9 }

describe('an offer', () => {
  it('is a better model with its gain, until it is here', () => {
    expect(offerFor('fr', laptop, [])).toMatchObject({
      kind: 'better',
      model: { id: 'parakeet-tdt-0.6b-v3' },
      gain: { nowOneIn: 3, afterOneIn: 20 },
    })
    expect(offerFor('fr', laptop, ['parakeet-tdt-0.6b-v3'])).toEqual({ kind: 'best-here' })
  })

  it('is made without a gain where no figures can be compared', () => {
    expect(offerFor('en', laptop, [])).toMatchObject({ kind: 'better', gain: null })
  })

  it('is none where nothing better fits', () => {
    expect(offerFor('sv', { ...laptop, memoryBytes: 4e9 }, [])).toEqual({ kind: 'none-fits' })
  })
})

describe('an offer that nobody asked for', () => {
  it('is made for a much better model, once', () => {
    expect(unaskedOffer('fr', laptop, [], [])?.model.id).toBe('parakeet-tdt-0.6b-v3')
    expect(unaskedOffer('fr', laptop, [], ['fr:parakeet-tdt-0.6b-v3'])).toBe(null)
    // Declined for one language, it is still offered for another.
    expect(unaskedOffer('de', laptop, [], ['fr:parakeet-tdt-0.6b-v3'])).not.toBe(null)
    expect(unaskedOffer('fr', laptop, ['parakeet-tdt-0.6b-v3'], [])).toBe(null)
  })

  it('is not made without figures that say how much better', () => {
    expect(unaskedOffer('en', laptop, [], [])).toBe(null)
    expect(unaskedOffer('hi', laptop, [], [])).toBe(null)
  })
})
