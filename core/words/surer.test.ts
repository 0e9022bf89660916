import { describe, expect, it } from 'vitest'
import { isSecondSurer, sureness } from './surer.ts'
import { decodedText } from './testing/decoded.ts'

describe('sureness', () => {
  it('is the mean of the bands’ scores, null without confidence', () => {
    expect(sureness([decodedText('a b', [0, 3])])).toBeCloseTo(-1.025)
    const text = decodedText('a')
    expect(sureness([{ ...text, tokens: text.tokens.map((token) => ({ ...token, band: null })) }])).toBeNull()
    expect(sureness([decodedText('')])).toBeNull()
  })
})

describe('isSecondSurer', () => {
  it('keeps the first unless the second is surer', () => {
    expect(isSecondSurer([decodedText('the old mill', [0, 1, 0])], [decodedText('the old mill')])).toBe(true)
    expect(isSecondSurer([decodedText('the old mill')], [decodedText('the old mill')])).toBe(false)
  })

  it('does not let a text win by inventing a run of words', () => {
    const short = decodedText('we met there', [1, 1, 1])
    const long = decodedText('we met there and then we all left')
    expect(isSecondSurer([short], [long])).toBe(false)
    expect(isSecondSurer([long], [short])).toBe(true)
  })

  it('lets the longer text win by sureness where the shorter lost speech', () => {
    const short = decodedText('we met there', [1, 1, 1])
    const long = decodedText('we met there and then we all left')
    expect(isSecondSurer([short], [long], () => true)).toBe(true)
  })

  it('takes any second text for an empty first one', () => {
    expect(isSecondSurer([decodedText('')], [decodedText('hello', [3])])).toBe(true)
    expect(isSecondSurer([decodedText('hello', [3])], [decodedText('')])).toBe(false)
  })
})
