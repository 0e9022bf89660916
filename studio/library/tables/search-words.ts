/** A word that a person typed: what it has to be found by. */
export interface SearchWord {
  readonly typed: string
  /** Its letters and digits without accents and case, parted where signs stand: `l'École` is `l`, `ecole`. */
  readonly tokens: readonly string[]
  /** Of the last word: more letters may follow. */
  readonly isBeginning: boolean
}

const TOKEN = /[\p{L}\p{N}\p{Co}]+/gu

/** What was typed, word by word; without what holds no letter or digit. */
export function searchWordsOf(typed: string): SearchWord[] {
  const words = typed
    .replaceAll('\0', ' ')
    .split(/\s+/u)
    .map((word) => ({ typed: word, tokens: tokensOf(word) }))
    .filter(({ tokens }) => tokens.length > 0)
  return words.map((word, index) => ({ ...word, isBeginning: index === words.length - 1 }))
}

/** Letters and digits without accents and case, as the search's index has them. */
export function tokensOf(text: string): string[] {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().match(TOKEN) ?? []
}

export function holdsWord(tokens: readonly string[], { tokens: wanted, isBeginning }: SearchWord): boolean {
  return tokens.some((_token, from) =>
    wanted.every((one, index) => {
      const token = tokens[from + index]
      if (token === undefined) return false
      return isBeginning && index === wanted.length - 1 ? token.startsWith(one) : token === one
    }),
  )
}

/**
 * The words as an FTS5 query that cannot be malformed: each is quoted, so that nothing in it is an operator. Null
 * where there are none.
 */
export function ftsQuery(words: readonly SearchWord[]): string | null {
  if (words.length === 0) return null
  return words
    .map(({ typed, isBeginning }) => `"${typed.replaceAll('"', '""')}"${isBeginning ? ' *' : ''}`)
    .join(' ')
}
