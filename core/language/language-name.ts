const names = new Map<string, Intl.DisplayNames>()

/**
 * The name of a language as within a sentence: `French`, `français`; null if the code is unknown.
 * @param code ISO 639, with or without a region
 * @param locale the language of the name
 */
export function languageNameIn(code: string, locale: string): string | null {
  const [plain = ''] = code.toLowerCase().split(/[-_]/)
  if (!/^[a-z]{2,3}$/.test(plain)) return null
  const known = names.get(locale) ?? new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' })
  names.set(locale, known)
  // Whisper's only code that differs from ISO: Javanese.
  return known.of(plain === 'jw' ? 'jv' : plain) ?? null
}
