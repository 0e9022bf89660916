import { limitsOf } from './kind-limits.ts'

/**
 * The language for a model's config; '' lets the model detect it. `language` null: unknown. A kind that
 * requires one gets a language that it supports, as an unknown one ends the process.
 */
export function languageToSet(
  { kind, languages }: { readonly kind: string; readonly languages: readonly string[] },
  language: string | null,
): string {
  if (!limitsOf(kind).isLanguageRequired) return language ?? ''
  const isSpoken = language !== null && (languages.length === 0 || languages.includes(language))
  return isSpoken ? language : languages.includes('en') ? 'en' : (languages[0] ?? 'en')
}
