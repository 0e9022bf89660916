import { formatNumber } from './numbers.ts'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** `312 bytes`, `79 MB`, `1.2 GB`, in the notation of a locale (French: `79 Mo`). Units of 1000. */
export function byteSize(bytes: number, locale: string): string {
  let power = 0
  let value = bytes
  while (value >= 999.5 && power < units.length - 1) {
    value /= 1000
    power += 1
  }
  return formatNumber(value, locale, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    // The short form of a few bytes is the same for one byte and several.
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && power > 1 ? 1 : 0,
  })
}

/** Two significant digits: `2.7 Wh`, `0.031 Wh`. */
export function wattHoursInWords(wattHours: number, locale: string): string {
  const number = formatNumber(wattHours, locale, { maximumSignificantDigits: wattHours < 100 ? 2 : 3 })
  return `${number}\u00A0Wh`
}
