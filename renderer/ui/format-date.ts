import { formatDate, relativeDay } from '#core/notation/dates'
import { localeOf } from './words.tsx'
import type { ProgramLanguage } from '#core/messages/messages'

const DAY_MS = 86_400_000

/** Whole days from the day of `thenMs` to the day of `nowMs`, in the local time zone. */
export function daysAgo(thenMs: number, nowMs: number): number {
  const midnight = (ms: number): number => new Date(ms).setHours(0, 0, 0, 0)
  return Math.round((midnight(nowMs) - midnight(thenMs)) / DAY_MS)
}

/** In everyday form, at the start of a text: `Today 9:40`, `Monday`, `7 November`, `3 March 2025`. */
export function formatDay(thenMs: number, nowMs: number, language: ProgramLanguage): string {
  const locale = localeOf(language)
  const day = capital(dayInText(thenMs, nowMs, language), locale)
  if (daysAgo(thenMs, nowMs) !== 0) return day
  return `${day} ${formatDate(thenMs, locale, { hour: 'numeric', minute: '2-digit' })}`
}

/** The day within a sentence, without the time: `today`, `Monday`, `7 November`, `3 March 2025`. */
export function dayInText(thenMs: number, nowMs: number, language: ProgramLanguage): string {
  const locale = localeOf(language)
  const days = daysAgo(thenMs, nowMs)
  if (days === 0 || days === 1) return relativeDay(0 - days, locale)
  if (days > 1 && days < 7) return formatDate(thenMs, locale, { weekday: 'long' })
  const sameYear = new Date(thenMs).getFullYear() === new Date(nowMs).getFullYear()
  return formatDate(thenMs, locale, {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
}

/** The month, with its year unless it is the current one: `November`, `March 2025`. */
export function formatMonth(thenMs: number, nowMs: number, language: ProgramLanguage): string {
  const sameYear = new Date(thenMs).getFullYear() === new Date(nowMs).getFullYear()
  return formatDate(thenMs, localeOf(language), {
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
}

function capital(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}
