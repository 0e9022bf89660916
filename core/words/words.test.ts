import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Token } from './decoded.ts'
import { DEFAULT_BAND_SHARES } from './band-shares.ts'
import { decodedText } from './testing/decoded.ts'
import { groupTokens, wordsOfDecode } from './words.ts'

const token = (text: string, startSeconds = 0, endSeconds = 0, band: Token['band'] = 0): Token => ({
  text,
  startSeconds,
  endSeconds,
  band,
})

describe('groupTokens', () => {
  it('begins a word at a leading space and keeps punctuation with the word before', () => {
    const words = groupTokens([
      token(' we'),
      token("'re"),
      token(' here'),
      token(','),
      token(' yes'),
      token('?'),
    ])
    expect(words.map((word) => word.before + word.text)).toEqual([" we're", ' here,', ' yes?'])
  })

  it('gives a word the worst band of its tokens', () => {
    expect(groupTokens([token(' un', 0, 0, 0), token('likely', 0, 0, 2)])[0]?.band).toBe(2)
  })

  it('lets each token of Burmese stand alone, its vowels and stop with the letter that they follow', () => {
    expect(
      groupTokens(['မြန်', 'မ', 'ာ', 'စာ', '။'].map((text) => token(text))).map(({ text }) => text),
    ).toEqual(['မြန်', 'မာ', 'စာ။'])
  })

  it('lets each character token of an unspaced script stand alone', () => {
    expect(groupTokens([token('今'), token('日'), token('。')]).map((word) => word.text)).toEqual([
      '今',
      '日。',
    ])
  })
})

describe('wordsOfDecode', () => {
  it('moves an early start of attention towards its last letter token', () => {
    const decoded = {
      span: { startSample: 16_000, sampleCount: 48_000 },
      text: 'So yes.',
      language: 'en',
      tokens: [token(' So', 0, 1.6), token(' yes', 1.6, 2), token('.', 2, 2.9)],
    }
    const [so, yes] = wordsOfDecode(decoded, {
      idPrefix: 'c0',
      times: 'attention',
      rightByBand: DEFAULT_BAND_SHARES,
    })
    // max(0, 1.6 - (0.10 + 2 · 0.05)) + 0.04 s, after the span's second
    expect(so).toMatchObject({ id: 'c0.0', startMs: 2440, endMs: 2600 })
    // the end is at most 0.15 s past the last letter token, whatever the full stop takes
    expect(yes).toMatchObject({ id: 'c0.1', text: 'yes.', startMs: 2790, endMs: 3150 })
  })

  it('gives words of any tokens rising times, ids in order and the whole text', () => {
    const tokens = fc.array(
      fc.record({
        text: fc.constantFrom(' a', ' bc', 'd', '.', ' été', ',', ' 12', '%'),
        length: fc.double({ min: 0, max: 2, noNaN: true }),
        band: fc.constantFrom<(0 | 1 | 2 | 3)[]>(0, 1, 2, 3),
      }),
    )
    fc.assert(
      fc.property(
        tokens,
        fc.constantFrom<('attention' | 'tokens')[]>('attention', 'tokens'),
        (list, times) => {
          let at = 0
          const timed = list.map(({ text, length, band }) => token(text, at, (at += length), band))
          const text = list.map((one) => one.text).join('')
          const words = wordsOfDecode(
            { span: { startSample: 0, sampleCount: 16_000 * 100 }, text, language: 'en', tokens: timed },
            { idPrefix: 'c', times, rightByBand: DEFAULT_BAND_SHARES },
          )
          expect(words.map((word) => word.text).join('')).toBe(text.replaceAll(' ', ''))
          for (const [index, word] of words.entries()) {
            expect(word.id).toBe(`c.${index}`)
            expect(word.endMs).toBeGreaterThanOrEqual(word.startMs)
            expect(word.startMs).toBeGreaterThanOrEqual(words[index - 1]?.startMs ?? 0)
          }
        },
      ),
    )
  })

  it('spreads the words of a model without tokens', () => {
    const decoded = {
      span: { startSample: 0, sampleCount: 32_000 },
      text: 'one two',
      language: 'en',
      tokens: [],
    }
    const words = wordsOfDecode(decoded, {
      idPrefix: 'c',
      times: 'none',
      rightByBand: DEFAULT_BAND_SHARES,
      spread: (list) => list.map((_word, index) => ({ start: index, end: index + 0.5 })),
    })
    expect(words.map(({ text, startMs, endMs, confidence }) => [text, startMs, endMs, confidence])).toEqual([
      ['one', 0, 500, null],
      ['two', 1000, 1500, null],
    ])
  })

  it('has a confidence for each band', () => {
    const words = wordsOfDecode(decodedText('a b c d', [0, 1, 2, 3]), {
      idPrefix: 'c',
      times: 'tokens',
      rightByBand: DEFAULT_BAND_SHARES,
    })
    expect(words.map((word) => word.confidence)).toEqual([0.96, 0.72, 0.51, 0.3])
  })
})
