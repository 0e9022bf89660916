/** Whether the typed text is part of a name; case and accents are ignored. */
export function isLikeName(name: string, typed: string): boolean {
  return plain(name).includes(plain(typed.trim()))
}

/** Whether the typed text equals a name; case and accents are ignored. */
export function isSameName(name: string, typed: string): boolean {
  return plain(name) === plain(typed.trim())
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
