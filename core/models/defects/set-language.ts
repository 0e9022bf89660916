import { limitsOf } from './kind-limits.ts'

/**
 * The language that a model's config is given; '' lets the model detect it. `language` null: not known. A kind that
 * must have one gets a language that it speaks, as an unknown one ends the process.
 */
export function languageToSet(
  { kind, languages }: { readonly kind: string; readonly languages: readonly string[] },
  language: string | null,
): string {
  if (!limitsOf(kind).isLanguageRequired) return language ?? ''
  const isSpoken = language !== null && (languages.length === 0 || languages.includes(language))
  return isSpoken ? language : languages.includes('en') ? 'en' : (languages[0] ?? 'en')
}
