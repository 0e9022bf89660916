import { describe, expect, it } from 'vitest'
import { sureness } from './surer.ts'
import { decodedText } from './testing/decoded.ts'

describe('sureness', () => {
  it('is the mean of the bands’ scores, null without confidence', () => {
    expect(sureness([decodedText('a b', [0, 3])])).toBeCloseTo(-1.025)
    const text = decodedText('a')
    expect(sureness([{ ...text, tokens: text.tokens.map((token) => ({ ...token, band: null })) }])).toBeNull()
    expect(sureness([decodedText('')])).toBeNull()
  })
})
