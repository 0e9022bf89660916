import type { ProgramLanguage } from '#core/messages/messages'

// Creating a formatter is slower than using it, and a panel of forty speakers uses it forty times with every keystroke.
const formats = new Map<string, Intl.NumberFormat>()

/** `45%`, `45 %`; with `decimals` `45.3%`. */
export function formatShare(share: number, language: ProgramLanguage, decimals = 0): string {
  const key = `${language} ${decimals}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.NumberFormat(language, {
      style: 'percent',
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    })
    formats.set(key, format)
  }
  return format.format(share)
}
