import type { CatalogModel } from './catalog-model.ts'
import { errorsOfEmbedded, type Gain, gainOver } from './errors-in-words.ts'
import { isServed, type Machine, recommendedModel } from './recommend.ts'

export type Offer =
  /** A better model than the installed ones; `gain` null if no comparable figures are published. */
  | { readonly kind: 'better'; readonly model: CatalogModel; readonly gain: Gain | null }
  | { readonly kind: 'best-here' }
  | { readonly kind: 'none-fits' }

/** What to recommend for a language on this computer with these models installed. */
export function offerFor(language: string, machine: Machine, hereIds: readonly string[]): Offer {
  const model = recommendedModel(language, machine)
  if (model === null) return { kind: 'none-fits' }
  if (isServed(language, model, hereIds)) return { kind: 'best-here' }
  const gain = gainOver(errorsOfEmbedded(language), model.errors[language] ?? null)
  return { kind: 'better', model, gain }
}

/** The name under which a declined recommendation is remembered. */
export function declinedName(language: string, modelId: string): string {
  return `${language}:${modelId}`
}

/** A model is much better if it halves the number of wrong words. */
const MUCH = 2

/**
 * The offer to make unprompted, outside the page of models: only a much better one by published figures, and
 * only until the person declines it.
 */
export function unaskedOffer(
  language: string,
  machine: Machine,
  hereIds: readonly string[],
  declined: readonly string[],
): { readonly model: CatalogModel; readonly gain: Gain } | null {
  const offer = offerFor(language, machine, hereIds)
  if (offer.kind !== 'better' || offer.gain === null) return null
  const { model, gain } = offer
  if (gain.after.percent * MUCH > gain.now.percent) return null
  return declined.includes(declinedName(language, model.id)) ? null : { model, gain }
}
