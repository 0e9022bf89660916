/** One search term typed by a person: a word, or several in quotes. */
export interface SearchWord {
  readonly typed: string
  /** Letters and digits without accents and case, split at other characters: `l'École` gives `l`, `ecole`. */
  readonly tokens: readonly string[]
  /** True for the last word, which may be incomplete, unless it is in quotes. */
  readonly isBeginning: boolean
}

const TOKEN = /[\p{L}\p{N}\p{Co}]+/gu

/**
 * A part in quotes, whose words must be adjacent, or a word; an unmatched quote is treated as any other
 * character.
 */
const PART = /"([^"]*)"|“([^”]*)”|«([^»]*)»|\S+/gu

/** The typed text as words, a part in quotes as one; parts without a letter or digit are left out. */
export function searchWordsOf(typed: string): SearchWord[] {
  const words = [...typed.replaceAll('\0', ' ').matchAll(PART)]
    .map(([all, ...quoted]) => {
      const phrase = quoted.find((part) => part !== undefined)
      return { typed: phrase ?? all, tokens: tokensOf(phrase ?? all), isQuoted: phrase !== undefined }
    })
    .filter(({ tokens }) => tokens.length > 0)
  return words.map(({ isQuoted, ...word }, index) => ({
    ...word,
    isBeginning: index === words.length - 1 && !isQuoted,
  }))
}

/** Letters and digits without accents and case, as in the search index. */
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
 * The words as an FTS5 query that is always well-formed: each is quoted, so nothing in it is read as an operator.
 * Null if there are no words.
 */
export function ftsQuery(words: readonly SearchWord[]): string | null {
  if (words.length === 0) return null
  return words
    .map(({ typed, isBeginning }) => `"${typed.replaceAll('"', '""')}"${isBeginning ? ' *' : ''}`)
    .join(' ')
}
