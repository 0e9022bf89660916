// Creating a formatter is slower than using it, and a panel of forty speakers uses it forty times with every keystroke.
const formats = new Map<string, Intl.NumberFormat>()

/** `1,234.5`, `1 234,5`: a number as written in a locale; a number and its unit stay on one line. */
export function formatNumber(value: number, locale: string, options: Intl.NumberFormatOptions = {}): string {
  const key = `${locale} ${JSON.stringify(options)}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, options)
    formats.set(key, format)
  }
  if (options.style !== 'unit') return format.format(value)
  return format
    .formatToParts(value)
    .map((part) => (part.type === 'literal' ? part.value.replace(/\s/gu, '\u00A0') : part.value))
    .join('')
}

/** `4.2`, `4,2`, `4`: at most `most` decimals, none that are zero. */
export const formatDecimals = (value: number, locale: string, most = 1): string =>
  formatNumber(value, locale, { maximumFractionDigits: most })

/** `4.20`, `4,20`: always `decimals` decimals. */
export const formatFixed = (value: number, locale: string, decimals: number): string =>
  formatNumber(value, locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })

/** `1234.5`, `1234,5`: as it can be typed again, without separators of thousands. */
export const formatTyped = (value: number, locale: string): string =>
  formatNumber(value, locale, { maximumFractionDigits: 3, useGrouping: false })

/** `45%`, `45 %` of a share of 1; with `decimals` `45.3%`. */
export const formatPercent = (share: number, locale: string, decimals = 0): string =>
  formatNumber(share, locale, {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })

/** `a, b and c`; `unit`: `a, b, c`. */
export const formatList = (
  items: readonly string[],
  locale: string,
  type: 'conjunction' | 'unit' = 'conjunction',
): string => new Intl.ListFormat(locale, { type }).format(items)
