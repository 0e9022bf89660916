import type { ProgramLanguage } from '#core/messages/messages'

/** `1.0×`, `1,25×`: a speed with at least one decimal. */
export function formatRate(rate: number, language: ProgramLanguage): string {
  const number = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 3 })
  return `${number.format(rate)}×`
}
