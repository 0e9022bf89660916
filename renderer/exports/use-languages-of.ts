import { useTranslationLanguagesOf } from '../rpc/export-queries.ts'
import type { CardWithText } from './has-text.ts'

export interface LanguageOfSome {
  readonly language: string
  /** The recordings with a translation into this language. */
  readonly cards: readonly CardWithText[]
}

/** The languages into which any of the recordings is translated, those of most recordings first. */
export function useLanguagesOf(cards: readonly CardWithText[]): readonly LanguageOfSome[] {
  const { data } = useTranslationLanguagesOf(cards.map(({ transcript }) => transcript.id))
  if (data === undefined) return []
  const having = new Map<string, CardWithText[]>()
  for (const [index, card] of cards.entries()) {
    for (const language of data[index] ?? []) {
      having.set(language, [...(having.get(language) ?? []), card])
    }
  }
  return [...having]
    .map(([language, own]) => ({ language, cards: own }))
    .sort((a, b) => b.cards.length - a.cards.length)
}
