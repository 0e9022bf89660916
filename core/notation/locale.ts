import type { ProgramLanguage } from '../language/program-language.ts'

/** A locale with its region, such as `en-GB`: a language alone does not say how dates are written. */
export type Locale = `${ProgramLanguage}-${string}`

const elsewhere: Readonly<Record<ProgramLanguage, Locale>> = { en: 'en-GB', fr: 'fr-FR' }

/**
 * The person's locale if it has the language of the program, else the usual one of that language.
 * @param systemLocale of a browser (`en-GB`, `fr`) or of the environment (`fr_CA.UTF-8`, `C`)
 */
export function localeFor(language: ProgramLanguage, systemLocale: string | undefined): Locale {
  const tag = (systemLocale ?? '').replace(/[.@].*$/u, '').replaceAll('_', '-')
  const parts = /^(?<spoken>[a-z]{2,3})(?:-[a-z]{4})?(?:-(?<region>[a-z]{2}|\d{3}))?(?:-|$)/iu.exec(
    tag,
  )?.groups
  if (parts?.['spoken']?.toLowerCase() !== language) return elsewhere[language]
  const region = parts['region'] ?? new Intl.Locale(language).maximize().region ?? ''
  return `${language}-${region.toUpperCase()}`
}
