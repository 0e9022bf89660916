import { describe, expect, it } from 'vitest'
import { isTogetherBetter, rightOverWrong } from './together.ts'
import { decodedText } from './testing/decoded.ts'

const text = (...decodes: ReturnType<typeof decodedText>[]) => ({ decodes, covers: [] })

describe('rightOverWrong', () => {
  it('adds up the words by their bands: sure ones count, a guess counts against the text', () => {
    expect(rightOverWrong([decodedText('old mill', [0, 3])])).toBeCloseTo(0.92 - 0.4)
    expect(rightOverWrong([decodedText('')])).toBe(0)
  })

  it('takes the worst of a word’s tokens', () => {
    const [first, second] = decodedText('mill stone', [0, 2]).tokens
    if (!first || !second) throw new Error('two tokens')
    const joined = { ...decodedText(''), tokens: [first, { ...second, text: 'stone' }] }
    expect(rightOverWrong([joined])).toBeCloseTo(0.02)
  })

  it('is null without confidence', () => {
    const one = decodedText('mill')
    expect(rightOverWrong([{ ...one, tokens: one.tokens.map((token) => ({ ...token, band: null })) }])).toBe(
      null,
    )
  })
})

describe('isTogetherBetter', () => {
  const apart = [text(decodedText('we met there', [0, 1, 1])), text(decodedText('yes'))]

  it('takes the text that promises more right words', () => {
    expect(isTogetherBetter(apart, text(decodedText('we met there yes')))).toBe(true)
    expect(isTogetherBetter(apart, text(decodedText('we met there yes', [0, 1, 1, 0])))).toBe(false)
  })

  it('is not won by leaving out what is unsure', () => {
    const unsure = [text(decodedText('we met there', [1, 1, 1])), text(decodedText('by the mill', [1, 1, 1]))]
    expect(isTogetherBetter(unsure, text(decodedText('we met')))).toBe(false)
  })

  it('counts what was covered, on both sides', () => {
    const covered = [{ decodes: [decodedText('we met there')], covers: [decodedText('yes')] }]
    expect(isTogetherBetter(covered, text(decodedText('we met there')))).toBe(false)
    const together = { decodes: [decodedText('we met there')], covers: [decodedText('yes we did')] }
    expect(isTogetherBetter(covered, together)).toBe(true)
  })

  it('refuses a text that runs away', () => {
    expect(isTogetherBetter(apart, text(decodedText('we met there yes yes yes yes')))).toBe(false)
  })

  it('lets a loop’s many sure words not win', () => {
    const loop = [text(decodedText('too long too long too long too long', [0, 0, 0, 0, 0, 0, 0, 1]))]
    expect(isTogetherBetter(loop, text(decodedText('too long to mend')))).toBe(true)
    expect(isTogetherBetter(loop, text(decodedText('too long to mend', [2, 2, 2, 2])))).toBe(false)
  })
})
