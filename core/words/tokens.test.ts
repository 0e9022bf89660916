import { describe, expect, it } from 'vitest'
import { readTokens } from './tokens.ts'

const span = { startSample: 16_000, sampleCount: 32_000 }

describe('readTokens', () => {
  it('strips the confidence marks and takes the worst as band', () => {
    const raw = {
      text: ' Hello wo\uE002rld\uE001',
      tokens: [' Hello', ' wo\uE002', 'rld\uE001'],
      timestamps: [0, 0.5, 0.7],
    }
    const decoded = readTokens(raw, span, 'marks')
    expect(decoded.text).toBe('Hello world')
    expect(decoded.tokens.map(({ text, band }) => [text, band])).toEqual([
      [' Hello', 0],
      [' wo', 2],
      ['rld', 1],
    ])
  })

  it('ends a token where the next begins, or by its duration where there is one', () => {
    const tokens = [' a', ' b']
    const plain = readTokens({ text: 'a b', tokens, timestamps: [0.1, 0.6] }, span, 'none')
    expect(plain.tokens.map((token) => token.endSeconds)).toEqual([0.6, 2])
    const durations = readTokens(
      { text: 'a b', tokens, timestamps: [0.1, 0.6], durations: [0.2, 0.3] },
      span,
      'none',
    )
    expect(durations.tokens[0]?.endSeconds).toBeCloseTo(0.3)
    expect(durations.tokens[1]?.endSeconds).toBeCloseTo(0.9)
  })

  it('never puts a token past the span that was decoded', () => {
    const decoded = readTokens({ text: 'a', tokens: [' a'], timestamps: [2.4], durations: [1] }, span, 'none')
    expect(decoded.tokens[0]).toMatchObject({ startSeconds: 2, endSeconds: 2 })
  })

  it('reads log probabilities as bands', () => {
    const raw = { text: 'a b c d', tokens: [' a', ' b', ' c', ' d'], ys_log_probs: [-0.05, -0.5, -1, -3] }
    expect(readTokens(raw, span, 'log-probabilities').tokens.map((token) => token.band)).toEqual([0, 1, 2, 3])
  })
})
