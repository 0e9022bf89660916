/** Whether what was typed is a part of a name; case and accents do not count. */
export function isLikeName(name: string, typed: string): boolean {
  return plain(name).includes(plain(typed.trim()))
}

/** Whether what was typed is a name; case and accents do not count. */
export function isSameName(name: string, typed: string): boolean {
  return plain(name) === plain(typed.trim())
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
