/**
 * A day `YYYY-MM-DD` in words, in the locale's own form, such as `10 December 2026`; any other text is
 * returned unchanged.
 */
export function dayWords(day: string, locale: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  const words = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date)
  // French uses an ordinal for the first of a month ("1er"); Intl does not.
  return locale.startsWith('fr') ? words.replace(/^1 /u, '1er ') : words
}
