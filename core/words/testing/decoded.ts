import type { Band, Decoded } from '../decoded.ts'

/** A decode of `text`: one token for each word, half a second each, with bands in order (0 when omitted). */
export function decodedText(text: string, bands: readonly Band[] = [], startSample = 0): Decoded {
  const words = text.split(' ').filter((word) => word !== '')
  return {
    span: { startSample, sampleCount: Math.max(1, words.length) * 8000 },
    text,
    language: 'en',
    tokens: words.map((word, index) => ({
      text: ` ${word}`,
      startSeconds: index * 0.5,
      endSeconds: (index + 1) * 0.5,
      band: bands[index] ?? 0,
    })),
  }
}
