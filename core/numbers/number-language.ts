/** The meaning of a run of number words; null if they are not a single number. */
export interface NumberLanguage {
  /** Words that can be part of a number, without hyphens, in lower case. */
  readonly words: ReadonlySet<string>
  /** The word that joins parts of a number: "three hundred and five", "vingt et un". */
  readonly link: string
  /** The word for a decimal point, and its written form. */
  readonly point: { readonly word: string; readonly text: string }
  /** Separator of groups of three digits in numbers of five digits and more. */
  readonly groupMark: string
  /** Words for a million and more, singular and plural. */
  readonly scales: ReadonlySet<string>
  /** A whole number; null if the parts are not one. */
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

  /** The value of the next part in a table, consumed if found. */
  take(table: ReadonlyMap<string, number>): number | null {
    const value = table.get(this.#parts[this.at] ?? '')
    if (value === undefined) return null
    this.at += 1
    return value
  }

  isNext(...words: readonly string[]): boolean {
    return words.includes(this.#parts[this.at] ?? '')
  }

  /** The result of `read`, or null with nothing consumed. */
  attempt(read: () => number | null): number | null {
    const start = this.at
    const value = read()
    if (value === null) this.at = start
    return value
  }
}

/**
 * Whole numbers consisting of groups below a thousand and words for thousands, millions …, the larger first.
 * @param below reads a number below 1,000, or such as "fifteen hundred"
 * @param scales by word, including plurals
 * @param link optional before the last group: "two thousand and five"
 * @param bare words for a scale that may occur without a number: « mille »
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
