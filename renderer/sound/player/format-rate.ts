import { formatNumber } from '#core/notation/numbers'
import type { ProgramLanguage } from '#core/messages/messages'

/** `1.0×`, `1,25×`: a speed with at least one decimal. */
export function formatRate(rate: number, language: ProgramLanguage): string {
  return `${formatNumber(rate, language, { minimumFractionDigits: 1, maximumFractionDigits: 3 })}×`
}
