import { describe, expect, it } from 'vitest'
import { findRejection, isRetryBetter, repetitions } from './rejection.ts'
import { decodedText } from './testing/decoded.ts'

describe('repetitions', () => {
  it('counts how often a run of words follows itself', () => {
    expect(repetitions([])).toBe(0)
    expect(repetitions('a b c'.split(' '))).toBe(1)
    expect(repetitions('no no no no'.split(' '))).toBe(4)
    expect(repetitions('x thank you thank you thank you'.split(' '))).toBe(3)
  })
})

describe('findRejection', () => {
  it('believes ordinary speech', () => {
    expect(findRejection([decodedText('we met at the old mill')], 3)).toBeNull()
  })

  it('names what it refuses', () => {
    expect(findRejection([decodedText('')], 2)).toBe('empty')
    expect(findRejection([decodedText('')], 1)).toBeNull()
    expect(findRejection([decodedText('thank you thank you thank you thank you')], 4)).toBe('repetition')
    expect(findRejection([decodedText('what <unk> is')], 2)).toBe('unknown-token')
    const fast = decodedText('a b c d e f g h i j k l')
    expect(findRejection([{ ...fast, span: { startSample: 0, sampleCount: 16_000 } }], 1)).toBe('runaway')
  })
})

describe('isRetryBetter', () => {
  const loop = decodedText('no no no no no', [1, 1, 1, 1, 1])

  it('takes a retry that is surer and repeats less', () => {
    expect(isRetryBetter([loop], [decodedText('no that is wrong')], 2)).toBe(true)
  })

  it('keeps a text that people may well have said: surer alone or less repetition alone is not enough', () => {
    expect(isRetryBetter([decodedText('no no no no no')], [decodedText('no matter', [2, 3])], 2)).toBe(false)
    expect(isRetryBetter([loop], [decodedText('no no no no no')], 2)).toBe(false)
  })

  it('takes what goes round no more for an endless repetition, however sure that was of itself', () => {
    const said = Array.from({ length: 14 }, () => 'any day').join(' ')
    const endless = decodedText(said)
    const unsure = decodedText('and your role is', [3, 3, 3, 3])
    expect(isRetryBetter([endless], [unsure], 6)).toBe(true)
    expect(isRetryBetter([endless], [decodedText('any day any day any day any day', [1, 1, 1, 1])], 6)).toBe(
      false,
    )
    expect(isRetryBetter([decodedText('no no no no no')], [unsure], 6)).toBe(false)
  })

  it('never takes nothing for something', () => {
    expect(isRetryBetter([loop], [decodedText('')], 2)).toBe(false)
  })

  it('takes anything believable for an empty text', () => {
    expect(isRetryBetter([decodedText('')], [decodedText('hello there', [2, 2])], 2)).toBe(true)
    expect(isRetryBetter([decodedText('')], [loop], 2)).toBe(false)
  })
})
