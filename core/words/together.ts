import type { Decoded } from './decoded.ts'
import { guard, isRetryBetter } from './guard.ts'
import { BAND_CONFIDENCE, groupTokens } from './words.ts'

/** A text made of decodes, and of covers: decodes of speech that those passed over. */
export interface CoveredText {
  readonly decodes: readonly Decoded[]
  readonly covers: readonly Decoded[]
}

/**
 * How many more of the words are right than wrong, by their bands' measured shares; null where the model gives no
 * confidence. Unlike the mean it does not praise a text for leaving out what is hard to hear.
 */
export function rightOverWrong(texts: readonly Decoded[]): number | null {
  let sum = 0
  for (const { band } of texts.flatMap(({ tokens }) => groupTokens(tokens))) {
    if (band === null) return null
    const right = BAND_CONFIDENCE[band]
    sum += right - (1 - right)
  }
  return sum
}

/**
 * Whether one text of several chunks, heard together, takes the place of their own: if it promises more right words,
 * what was covered counted in. Where the guard refuses one of the chunks' texts, whose words count for nothing
 * then, it has to be surer and to repeat less, as any other retry.
 */
export function isTogetherBetter(apart: readonly CoveredText[], together: CoveredText): boolean {
  if (guard(together.decodes, 0)) return false
  if (apart.some(({ decodes }) => guard(decodes, 0))) {
    return isRetryBetter(
      apart.flatMap(({ decodes }) => decodes),
      together.decodes,
      0,
    )
  }
  const ofApart = rightOverWrong(apart.flatMap(allDecodes))
  const ofTogether = rightOverWrong(allDecodes(together))
  return ofApart !== null && ofTogether !== null && ofTogether > ofApart
}

const allDecodes = ({ decodes, covers }: CoveredText): Decoded[] => [...decodes, ...covers]
