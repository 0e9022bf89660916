/** A day `YYYY-MM-DD` in words, such as `10 December 2026` in the locale's own form; what is no day stays as it is. */
export function dayWords(day: string, locale: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  const words = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date)
  // French counts the first of a month, which Intl does not.
  return locale.startsWith('fr') ? words.replace(/^1 /u, '1er ') : words
}
