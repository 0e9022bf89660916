import { describe, expect, it } from 'vitest'
import { meanConfidence } from './mean-confidence.ts'
import { decodedText } from './testing/decoded.ts'

describe('meanConfidence', () => {
  it('is the mean of the bands’ scores, null without confidence', () => {
    expect(meanConfidence([decodedText('a b', [0, 3])])).toBeCloseTo(-1.025)
    const text = decodedText('a')
    expect(
      meanConfidence([{ ...text, tokens: text.tokens.map((token) => ({ ...token, band: null })) }]),
    ).toBeNull()
    expect(meanConfidence([decodedText('')])).toBeNull()
  })
})
