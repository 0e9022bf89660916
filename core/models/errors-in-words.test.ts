import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogModel } from './catalog/catalog.ts'
import { errorsOfEmbedded, gainOver, oneWordIn } from './errors-in-words.ts'

describe('a share of wrong words in plain words', () => {
  it.each([
    [29, 3],
    [17, 6],
    [6.6, 15],
    [5.3, 20],
    [4.83, 20],
    [3.02, 35],
    [11, 10],
    [100, 1],
  ])('%s %% is one in %s', (percent, oneIn) => {
    expect(oneWordIn(percent)).toBe(oneIn)
  })

  it('never promises more for more errors', () => {
    const percent = fc.double({ min: 0.5, max: 100, noNaN: true })
    fc.assert(
      fc.property(percent, percent, (one, other) => {
        expect(oneWordIn(Math.max(one, other))).toBeLessThanOrEqual(oneWordIn(Math.min(one, other)))
      }),
    )
  })
})

describe('the gain of a model', () => {
  const gainFor = (id: string, language: string) =>
    gainOver(errorsOfEmbedded(language), catalogModel(id)?.errors[language] ?? null)

  it('is given where both figures are of read speech', () => {
    expect(gainFor('parakeet-tdt-0.6b-v3', 'fr')).toMatchObject({ nowOneIn: 3, afterOneIn: 20 })
  })

  it('is not given where a figure is missing or of another kind of speech', () => {
    expect(gainFor('fast-conformer-10-languages', 'fr')).toBe(null)
    expect(gainFor('parakeet-tdt-0.6b-v3', 'it')).toBe(null)
    expect(gainFor('parakeet-tdt-0.6b-v2', 'en')).toBe(null)
  })
})
