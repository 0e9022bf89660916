import { type Amount, amountsOf, type NumberRun, numberRuns } from './amounts.ts'
import type { NumberLanguage } from './number-language.ts'
import { isSaid, spanOf, type Token, type WrittenSpan } from './spoken-tokens.ts'
import type { SaidUnit } from './units.ts'

/** The numbers of a paragraph's words, and the words around them. */
export class NumberScan {
  readonly tokens: readonly Token[]
  readonly language: NumberLanguage
  readonly runs: readonly NumberRun[]
  readonly #runAt: ReadonlyMap<number, NumberRun>

  constructor(tokens: readonly Token[], language: NumberLanguage) {
    this.tokens = tokens
    this.language = language
    this.runs = numberRuns(tokens, language)
    this.#runAt = new Map(this.runs.map((run) => [run.from, run]))
  }

  /** Null if the words of the run are not clear numbers. */
  amountsOf(run: NumberRun): readonly Amount[] | null {
    return amountsOf(this.tokens, run, this.language)
  }

  /** Whether number words begin here. */
  isNumberAt(at: number): boolean {
    return this.#runAt.has(at)
  }

  /** Whether number words end here. */
  isNumberUntil(at: number): boolean {
    return this.runs.some(({ to }) => to === at)
  }

  /** The only number of the run that begins here. */
  amountAt(at: number): Amount | null {
    const run = this.#runAt.get(at)
    const amounts = run === undefined ? null : this.amountsOf(run)
    return amounts?.length === 1 ? (amounts[0] ?? null) : null
  }

  /** The word right before, without punctuation in between. */
  before(at: number): Token | undefined {
    const token = this.tokens[at - 1]
    return token?.isJoined === true ? token : undefined
  }

  /** The word right after, without punctuation in between. */
  after(at: number): Token | undefined {
    return this.tokens[at]?.isJoined === true ? this.tokens[at + 1] : undefined
  }

  isSaidAfter(at: number, ...said: readonly string[]): boolean {
    return this.tokens[at]?.isJoined === true && isSaid(this.tokens, at + 1, said)
  }

  span(from: number, to: number, text: string): WrittenSpan {
    return spanOf(this.tokens, from, to, text)
  }

  /** A unit right after a number, and the index of its last word. */
  unitAfter(
    at: number,
    units: readonly SaidUnit[],
  ): { readonly to: number; readonly written: string } | null {
    const unit = units.find(({ said }) => this.isSaidAfter(at, ...said))
    return unit === undefined ? null : { to: at + unit.said.length, written: unit.written }
  }
}

/** The whole number, even if it is in digits; null for decimals. */
export function wholeOf({ value, isWritten, text, scale }: Amount): number | null {
  if (scale !== null) return null
  return value ?? (isWritten && /^\d{1,9}$/u.test(text) ? Number(text) : null)
}

/** A number written without a unit; null if it stays as spoken: below ten, or "a hundred". */
export function plainNumber(scan: NumberScan, amount: Amount): WrittenSpan | null {
  const { from, to, value, text, scale, isLoose, isWritten, isOrdinal } = amount
  if (isWritten || isLoose) return null
  if (isOrdinal && (value ?? 0) < 11) return null
  if (value !== null && value < 10 && scale === null) return null
  // The word for millions stays a word.
  return scan.span(from, scale === null ? to : scale - 1, text)
}

/** Cents after a currency, or centimeters after meters, 1 to 99 in two digits; null for another number. */
export function hundredths(amount: Amount | null): string | null {
  const value = amount === null || amount.isOrdinal ? null : wholeOf(amount)
  return value === null || value < 1 || value > 99 ? null : String(value).padStart(2, '0')
}
