const plain = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/gu, ' ').trim()

const isLetter = (character: string): boolean => /^[\p{L}\p{N}]$/u.test(character)

/** Whether whole words of a title are these, in any case and with or without accents: not `Episode 1` of `Episode 12`. */
export function isPartOfTitle(part: string, title: string): boolean {
  const [wanted, all] = [plain(part), plain(title)]
  if (wanted === '') return false
  for (let at = all.indexOf(wanted); at !== -1; at = all.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    const isCutBefore = isLetter(all.charAt(at)) && isLetter(all.charAt(at - 1))
    const isCutAfter = isLetter(all.charAt(end - 1)) && isLetter(all.charAt(end))
    if (!isCutBefore && !isCutAfter) return true
  }
  return false
}
