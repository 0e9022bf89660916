const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** `312 bytes`, `79 MB`, `1.2 GB`, in the notation of a locale (French: `79 Mo`). Units of 1000. */
export function byteSize(bytes: number, locale: string): string {
  let power = 0
  let value = bytes
  while (value >= 999.5 && power < units.length - 1) {
    value /= 1000
    power += 1
  }
  const text = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    // The short form of a few bytes is the same for one byte and several.
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && power > 1 ? 1 : 0,
  }).format(value)
  // Keeps number and unit on one line.
  return text.replaceAll(' ', '\u00A0')
}
