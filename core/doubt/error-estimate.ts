import type { WordTraits } from './word-traits.ts'

/** A logistic model: natural logarithms of odds, a constant and one weight for each input. */
interface ErrorModel {
  readonly constant: number
  readonly weights: readonly number[]
}

/**
 * Fitted by `npm run fit-doubts` on 4,138 words, 425 of them wrong: the open set (34 recordings) and our samples (6), at
 * their original speed and at 1.05 times that, by whisper-base-beam5 (docs/engine.md 6).
 */
const ALONE: ErrorModel = {
  constant: 0.42,
  weights: [1.17, 1.75, 2.8, 1.73, 1.39, -0.11, -1.12, -0.48, -0.05],
}

/**
 * The same for words that a second model was asked about: 2,883 words of the English recordings, 157 of them wrong, by
 * Moonshine base.
 */
const COMPARED: ErrorModel = {
  constant: 0.31,
  weights: [1.29, 1.39, 2.17, 2.18, 0.61, 0.35, -0.86, -0.2, 0.21, 2.41],
}

/** How often these are wrong where both agree (58 of 2,647) and differ (99 of 236): all that is known without confidence. */
const WRONG_BY_AGREEMENT = { agrees: 0.02, differs: 0.42 } as const

/** Bounds the logarithm for a passage without doubt. */
const MIN_COMPANY = 0.02

/** Mean doubt of all words of the recordings that the model is fitted on. */
const OVERALL_DOUBT = 0.12

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
    Math.log((company ?? OVERALL_DOUBT) + MIN_COMPANY),
    Number(other === 'differs'),
    Number(other === 'same'),
    disputed,
    Number(isAtEdge),
    Number(isOverlapped),
  ]
}

/** The same, followed by whether a second model differs (0 or 1); only for words that it was asked about. */
export function comparedFeatures(traits: WordTraits): readonly number[] | null {
  const features = errorFeatures(traits)
  return features === null ? null : [...features, Number(traits.model === 'differs')]
}

/**
 * How likely a recognized word is wrong, 0 to 1; null when neither its model provides confidence nor another was asked.
 */
export function estimateError(traits: WordTraits): number | null {
  const isCompared = traits.model !== 'unread'
  const features = isCompared ? comparedFeatures(traits) : errorFeatures(traits)
  if (features === null) return traits.model === 'unread' ? null : WRONG_BY_AGREEMENT[traits.model]
  const { constant, weights } = isCompared ? COMPARED : ALONE
  const odds = features.reduce((sum, feature, index) => sum + feature * (weights[index] ?? 0), constant)
  return 1 / (1 + Math.exp(-odds))
}
