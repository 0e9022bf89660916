const names = new Map<string, Intl.DisplayNames>()

const form = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/iu

/**
 * The name of a language as within a sentence: `French`, `français`; null if the code is unknown.
 * @param code ISO 639, with or without script and region
 * @param locale the language of the name
 */
export function languageNameIn(code: string, locale: string): string | null {
  const known = names.get(locale) ?? new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' })
  names.set(locale, known)
  const tag = code.replaceAll('_', '-')
  return form.test(tag) ? (known.of(tag) ?? null) : null
}
