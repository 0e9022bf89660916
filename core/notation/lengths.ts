import { shortTime } from './clock.ts'
import { formatFixed, formatNumber } from './numbers.ts'

/** From this duration on, lengths are formatted as `m:ss`. */
const CLOCK_FROM_MS = 10_000

/**
 * Formats a speaking time: `4.2 s`, `4,2 s` under ten seconds, else `m:ss` or `h:mm:ss`, rounded down. A positive
 * time is never shown as 0.0 s.
 */
export function spokenLength(ms: number, locale: string): string {
  const tenths = Math.round(ms / 100)
  if (tenths >= CLOCK_FROM_MS / 100) return shortTime(Math.max(ms, CLOCK_FROM_MS))
  return `${ms <= 0 ? '0' : formatFixed(Math.max(1, tenths) / 10, locale, 1)}\u00A0s`
}

/** `12:28.140`, in French `12:28,140`: a position, with its fraction of a second rounded down to `digits` decimals. */
export function exactTime(ms: number, locale: string, digits: 1 | 2 | 3 = 3): string {
  const whole = Math.max(0, Math.round(ms))
  const unit = 10 ** (3 - digits)
  const fraction = formatFixed(Math.floor((whole % 1_000) / unit) / 10 ** digits, locale, digits)
  return `${shortTime(whole)}${fraction.slice(1)}`
}

/** `4.20`, `4,20`: seconds with two decimals. */
export const secondsOf = (ms: number, locale: string): string => formatFixed(ms / 1_000, locale, 2)

/** A length without precision: seconds below two minutes, then minutes, and hours from ten hours. */
export function roughLength(ms: number, locale: string): string {
  const seconds = ms / 1000
  const unit = (value: number, name: string, digits: number): string =>
    formatNumber(value, locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'long',
      maximumFractionDigits: digits,
    })
  if (seconds < 10) return unit(seconds, 'second', 1)
  if (seconds < 120) return unit(seconds, 'second', 0)
  if (seconds < 36_000) return unit(seconds / 60, 'minute', 0)
  return unit(seconds / 3600, 'hour', 0)
}
