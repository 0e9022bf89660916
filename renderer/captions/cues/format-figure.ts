import type { ProgramLanguage } from '#core/messages/messages'

/** A speed as text, with at most one decimal. */
export function formatFigure(value: number, language: ProgramLanguage): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)
}
