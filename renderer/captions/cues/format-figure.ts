import type { ProgramLanguage } from '#core/messages/messages'

/** A speed as text, with one decimal at most. */
export function formatFigure(value: number, language: ProgramLanguage): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)
}
