import type { Band, Decoded } from './decoded.ts'

/** Mean log probability for each band (measured, docs/engine.md). */
const BAND_SCORE: Readonly<Record<Band, number>> = { 0: -0.05, 1: -0.43, 2: -1, 3: -2 }

/** Mean of the tokens' band scores; null when the model provides no confidence or no tokens. */
export function meanConfidence(texts: readonly Decoded[]): number | null {
  let sum = 0
  let count = 0
  for (const { tokens } of texts) {
    for (const { band } of tokens) {
      if (band === null) return null
      sum += BAND_SCORE[band]
      count++
    }
  }
  return count === 0 ? null : sum / count
}
