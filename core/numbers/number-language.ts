/** What a run of number words says; null where they make no single number. */
export interface NumberLanguage {
  /** Words that can be part of a number, without hyphens, in small letters. */
  readonly words: ReadonlySet<string>
  /** The word that joins parts of a number: "three hundred and five", "vingt et un". */
  readonly link: string
  /** The word for a decimal point, and how it is written. */
  readonly point: { readonly word: string; readonly text: string }
  /** Between groups of three digits of numbers of five digits and more. */
  readonly groupMark: string
  /** Words for a million and more, singular and plural. */
  readonly scales: ReadonlySet<string>
  /** A whole number; null where the parts are none. */
  readonly cardinal: (parts: readonly string[]) => number | null
  /** A number that ends in an ordinal: "twenty-first", « vingt et unième ». */
  readonly ordinal: (parts: readonly string[]) => number | null
  readonly ordinalText: (value: number) => string
}

/** Reads parts of a number in order. */
export class Parts {
  readonly #parts: readonly string[]
  at = 0

  constructor(parts: readonly string[]) {
    this.#parts = parts
  }

  get isAtEnd(): boolean {
    return this.at >= this.#parts.length
  }

  /** The value of the next part in a table, read if it is there. */
  take(table: ReadonlyMap<string, number>): number | null {
    const value = table.get(this.#parts[this.at] ?? '')
    if (value === undefined) return null
    this.at += 1
    return value
  }

  isNext(...words: readonly string[]): boolean {
    return words.includes(this.#parts[this.at] ?? '')
  }

  /** What `read` reads, or null with nothing read. */
  attempt(read: () => number | null): number | null {
    const start = this.at
    const value = read()
    if (value === null) this.at = start
    return value
  }
}

/**
 * Whole numbers of groups below a thousand and words for thousands, millions …, the larger first.
 * @param below reads a number below 1,000, or such as "fifteen hundred"
 * @param scales by word, plural too
 * @param link may stand before the last group: "two thousand and five"
 * @param bare words for a scale that may stand without a number: « mille »
 */
export function readScaled(
  parts: Parts,
  below: () => number | null,
  scales: ReadonlyMap<string, number>,
  link: string | null,
  bare: ReadonlySet<string>,
): number | null {
  let total = 0
  let limit = Infinity
  let hasAny = false
  for (;;) {
    const start = parts.at
    if (hasAny && link !== null && parts.isNext(link)) parts.at += 1
    const isBare = parts.isNext(...bare)
    const group = isBare ? 1 : below()
    if (group === null) {
      parts.at = start
      return hasAny ? total : null
    }
    const scale = parts.take(scales)
    const factor = scale ?? 1
    // Groups get smaller: "two million three", never "three two million".
    if (factor >= limit || (scale !== null && group >= 1_000) || group >= limit) return null
    total += group * factor
    limit = factor
    hasAny = true
    if (scale === null) return total
  }
}
