/** Longer than any episode: one day. */
const MAX_MS = 24 * 3_600_000

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Time zones named in RFC 822, in hours. Others count as UTC. */
const ZONES: Readonly<Record<string, number>> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
}

const RFC_822 =
  /(?:^|\s)(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{4}|\d{2})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*([+-]\d{2}:?\d{2}|[a-z]{1,5})?\s*$/iu
const RFC_3339 =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T\s](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*([+-]\d{2}:?\d{2}|[a-z]{1,5})?$/iu

/**
 * A date in RSS (RFC 822) or Atom (RFC 3339), in ms since 1970; null if unreadable. Without a zone it is UTC.
 */
export function readFeedDate(written: string): number | null {
  const text = written.trim().slice(0, 100)
  const iso = RFC_3339.exec(text)
  if (iso !== null) {
    const [, year, month, day, hour, minute, second, parts, zone] = iso
    const ms = msOfDate([year, month, day, hour, minute, second], zone)
    return ms === null ? null : ms + Math.floor(Number(`0.${parts ?? 0}`) * 1_000)
  }
  const [, day, name = '', year = '', hour, minute, second, zone] = RFC_822.exec(text) ?? []
  const month = MONTHS.indexOf(name.toLowerCase()) + 1
  if (month === 0) return null
  const whole = year.length === 2 ? `${Number(year) < 70 ? 20 : 19}${year}` : year
  return msOfDate([whole, month, day, hour, minute, second], zone)
}

/** Null if a number is out of range; the day may be up to 31 in any month. */
function msOfDate(parts: readonly (string | number | undefined)[], zone: string | undefined): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) =>
    Number(part ?? 0),
  )
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return null
  const minutes = (daysTo(year, month, day) * 24 + hour) * 60 + minute - zoneMinutes(zone)
  return (minutes * 60 + second) * 1_000
}

/** Days from 1970-01-01 in the Gregorian calendar (days_from_civil, H. Hinnant). */
function daysTo(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1
  const era = Math.floor(y / 400)
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const yearOfEra = y - era * 400
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  )
}

function zoneMinutes(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/u.exec(zone ?? '') ?? []
  if (sign === undefined) return (ZONES[(zone ?? '').toUpperCase()] ?? 0) * 60
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** `itunes:duration`: `H:MM:SS`, `M:SS` or seconds, in ms; null if unreadable, or more than a day. */
export function readFeedDuration(written: string): number | null {
  const text = written.trim()
  if (!/^\d+(?:[.,]\d+)?$|^\d+(?::\d{1,2}){1,2}(?:[.,]\d+)?$/u.test(text)) return null
  const seconds = text
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0)
  const ms = Math.round(seconds * 1_000)
  return ms > 0 && ms <= MAX_MS ? ms : null
}

/** Size in bytes as stated by a feed; null if it cannot be the size of a sound file. */
export function readFeedBytes(written: string): number | null {
  const text = written.trim()
  if (!/^\d{1,15}$/u.test(text)) return null
  const bytes = Number(text)
  // Many feeds state 0 or 1 if the size is unknown.
  return bytes < 1_000 ? null : bytes
}
