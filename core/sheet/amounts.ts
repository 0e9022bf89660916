import type { ProgramLanguage } from '../messages/messages.ts'

/** `1.1 GB`, `1,1 Go`; whole bytes below a kilobyte. */
export function bytesInWords(bytes: number, language: ProgramLanguage): string {
  if (bytes < 1000) return unit(bytes, language, 'byte', 0, 'long')
  if (bytes < 1e6) return unit(bytes / 1e3, language, 'kilobyte', 0)
  if (bytes < 1e9) return unit(bytes / 1e6, language, 'megabyte', 0)
  return unit(bytes / 1e9, language, 'gigabyte', 1)
}

/** Two significant digits: `2.7 Wh`, `0.031 Wh`. */
export function wattHoursInWords(wattHours: number, language: ProgramLanguage): string {
  const number = new Intl.NumberFormat(language, { maximumSignificantDigits: wattHours < 100 ? 2 : 3 })
  return `${number.format(wattHours)}\u00A0Wh`
}

/** A length without precision: seconds below two minutes, then minutes, and hours from ten hours. */
export function roughLength(ms: number, language: ProgramLanguage): string {
  const seconds = ms / 1000
  if (seconds < 10) return unit(seconds, language, 'second', 1, 'long')
  if (seconds < 120) return unit(seconds, language, 'second', 0, 'long')
  if (seconds < 36_000) return unit(seconds / 60, language, 'minute', 0, 'long')
  return unit(seconds / 3600, language, 'hour', 0, 'long')
}

function unit(
  value: number,
  language: ProgramLanguage,
  name: string,
  digits: number,
  unitDisplay: 'short' | 'long' = 'short',
): string {
  const format = { style: 'unit', unit: name, unitDisplay, maximumFractionDigits: digits } as const
  return new Intl.NumberFormat(language, format).format(value)
}
