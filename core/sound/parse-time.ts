import { formatDecimals } from '../notation/numbers.ts'

/** `75`, `1:15`, `1:02:03`, `1:15,5`: a typed time in ms; null if invalid. */
export function parseTime(typed: string): number | null {
  const match = /^(?:(?:(\d+):)?(\d+):)?(\d+(?:[.,]\d+)?)$/u.exec(typed.trim())
  if (match === null) return null
  const [, hours = '0', minutes = '0', seconds = '0'] = match
  const second = Number(seconds.replace(',', '.'))
  // Seconds must be below sixty only when minutes are given: `75` alone is valid.
  if (match[2] !== undefined && (second >= 60 || (match[1] !== undefined && Number(minutes) >= 60)))
    return null
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + second) * 1000)
}

/** The inverse: `1:15`, `1:02:03`, `1:15.5`, in French `1:15,5`. */
export function typedTime(ms: number, locale = 'en'): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(ms / 3_600_000)
  const minutes = Math.floor(ms / 60_000) % 60
  const rest = ms % 1000 === 0 ? '' : formatDecimals((ms % 1000) / 1000, locale, 3).slice(1)
  const seconds = `${two(Math.floor(ms / 1000) % 60)}${rest}`
  return hours > 0 ? `${hours}:${two(minutes)}:${seconds}` : `${minutes}:${seconds}`
}
