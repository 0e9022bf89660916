/** A number as a person writes it, with a comma or a dot; null if invalid. */
export function parseNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.')
  return /^\d+(?:\.\d*)?$|^\.\d+$/u.test(plain) ? Number(plain) : null
}
