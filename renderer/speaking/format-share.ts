import type { ProgramLanguage } from '#core/messages/messages'

/** `45%`, `45 %`; with `decimals` `45.3%`. */
export function formatShare(share: number, language: ProgramLanguage, decimals = 0): string {
  const format = new Intl.NumberFormat(language, {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  return format.format(share)
}
