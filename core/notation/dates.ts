import type { Locale } from './locale.ts'

/**
 * A date or a time of day as written in a locale, in the local time zone unless `options` name another. French writes
 * the first day of a month as an ordinal ("1er mars"), which `Intl` does not.
 */
export function formatDate(atMs: number, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  const parts = new Intl.DateTimeFormat(locale, options).formatToParts(atMs)
  const isNamed = parts.some(({ type, value }) => type === 'month' && /\p{L}/u.test(value))
  return parts
    .map(({ type, value }) =>
      isNamed && locale.startsWith('fr') && type === 'day' && value === '1' ? '1er' : value,
    )
    .join('')
}

/** `10 December 2026`, `December 10, 2026`. */
export const formatLongDate = (atMs: number, locale: Locale): string =>
  formatDate(atMs, locale, { dateStyle: 'long' })

/** A day `YYYY-MM-DD` in words, such as `10 December 2026`; any other text is returned unchanged. */
export function dayWords(day: string, locale: Locale): string {
  // oxlint-disable-next-line no-restricted-globals -- reads a text, not the clock
  const atMs = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(atMs) ? day : formatDate(atMs, locale, { dateStyle: 'long', timeZone: 'UTC' })
}

/** `yesterday`, `today`: a number of days from today in words; negative before it. */
export const relativeDay = (days: number, locale: Locale): string =>
  new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
