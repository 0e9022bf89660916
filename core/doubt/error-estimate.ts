import type { WordTraits } from './word-traits.ts'

/**
 * Weights of a logistic model, in natural logarithms of odds, after its constant. Fitted by `npm run fit-doubts` on
 * 4,138 words, 425 of them wrong: the open set (34 recordings) and our samples (6), at their original speed and at
 * 1.05 times that, by whisper-base-beam5 (docs/engine.md 6).
 */
const CONSTANT = 0.42
const WEIGHTS: readonly number[] = [1.17, 1.75, 2.8, 1.73, 1.39, -0.11, -1.12, -0.48, -0.05]

/** Bounds the logarithm for a passage without doubt. */
const MIN_COMPANY = 0.02

/**
 * Traits as inputs of the model, in the order of its weights: band 1, 2, 3 (0 or 1); the logarithm of the mean doubt
 * of neighboring words; another decode differs, agrees (0 or 1); the disputed share of the passage (0 to 1); first or
 * last word of a passage; two speakers at once. Null when the model provides no confidence.
 */
export function errorFeatures(traits: WordTraits): readonly number[] | null {
  const { band, company, disputed, other, isAtEdge, isOverlapped } = traits
  if (band === null) return null
  return [
    Number(band === 1),
    Number(band === 2),
    Number(band === 3),
    // A word without neighbors gets the overall mean.
    Math.log((company ?? ALONE) + MIN_COMPANY),
    Number(other === 'differs'),
    Number(other === 'same'),
    disputed,
    Number(isAtEdge),
    Number(isOverlapped),
  ]
}

/** Mean doubt of all words of the recordings that the model is fitted on. */
const ALONE = 0.12

/** How likely a recognized word is wrong, 0 to 1; null when the model provides no confidence. */
export function estimateError(traits: WordTraits): number | null {
  const features = errorFeatures(traits)
  if (features === null) return null
  const odds = features.reduce((sum, feature, index) => sum + feature * (WEIGHTS[index] ?? 0), CONSTANT)
  return 1 / (1 + Math.exp(-odds))
}
