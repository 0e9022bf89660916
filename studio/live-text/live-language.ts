/** A language is settled once this many words, and this share of all words, indicate it. */
const ENOUGH_WORDS = 25
const SHARE = 0.8

/** The language of a running recording, from the languages detected in its passages so far. */
export class LiveLanguage {
  readonly #words = new Map<string, number>()

  /** Null while it is not settled. */
  add(language: string, words: number): string | null {
    if (language === '') return null
    const own = (this.#words.get(language) ?? 0) + words
    this.#words.set(language, own)
    const all = [...this.#words.values()].reduce((sum, count) => sum + count, 0)
    return own >= ENOUGH_WORDS && own >= all * SHARE ? language : null
  }
}
