import type { ProgramLanguage } from '#core/messages/messages'

/** A number as a person writes it, with a comma or a dot; null if invalid. */
export function parseNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.')
  return /^\d+(?:\.\d*)?$|^\.\d+$/u.test(plain) ? Number(plain) : null
}

/** A number without thousands separators, as it can be typed again. */
export function writtenNumber(value: number, language: ProgramLanguage): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 3, useGrouping: false }).format(value)
}
