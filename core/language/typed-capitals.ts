import { isAfterStop, takesCapital } from './sentence-stops.ts'

/** A change of a text: `removed` units became those from `from` to `to`, in UTF-16 units of the new text. */
export interface TextChange {
  readonly from: number
  readonly to: number
  readonly removed: number
}

export interface CapitalChanges {
  /** Letters of the new text to be written otherwise, in order. */
  readonly letters: readonly { readonly at: number; readonly letter: string }[]
  /** Where letters are capitals because of a stop that a person typed, in the new text. */
  readonly raised: readonly number[]
}

/** More at once is pasted or dictated, with the capitals that it has. */
const MOST_TYPED = 3

/**
 * The word after a full stop, question or exclamation mark that was typed gets a capital, and a small letter again once
 * the stop is no longer before it; a word that a person changed since stays.
 * @param raised what the call before gave, in the text before the change
 * @param isTyped false where only letters raised before are looked at, as for a deletion
 */
export function typedCapitals(
  text: string,
  change: TextChange,
  raised: readonly number[],
  language: string,
  isTyped: boolean,
): CapitalChanges {
  const letters: { at: number; letter: string }[] = []
  const kept: number[] = []
  for (const former of raised) {
    const at = placeNow(text, change, former)
    if (at === null || !/^\p{Lu}/u.test(text.slice(at, at + 1))) continue
    // What begins a paragraph has its capital from there.
    if (text.slice(0, at).trim() === '') continue
    if (isAfterStop(text, at, language)) kept.push(at)
    else letters.push({ at, letter: text.charAt(at).toLowerCase() })
  }
  const next = isTyped ? raisedBy(text, change, language) : null
  if (next !== null) {
    letters.push({ at: next, letter: text.charAt(next).toUpperCase() })
    kept.push(next)
  }
  return { letters: letters.toSorted((a, b) => a.at - b.at), raised: kept.toSorted((a, b) => a - b) }
}

/** Null for a letter that was removed, and for one whose word was changed: it is the person's own now. */
function placeNow(text: string, { from, to, removed }: TextChange, former: number): number | null {
  if (former >= from + removed) return former + (to - from) - removed
  if (former >= from) return null
  const wordEnd = former + (/^[\p{L}\p{M}'’-]*/u.exec(text.slice(former, from + 1))?.[0].length ?? 0)
  return wordEnd >= from ? null : former
}

/** Where the word begins that the typed stop, or the space after it, is before. */
function raisedBy(text: string, { from, to }: TextChange, language: string): number | null {
  const typed = text.slice(from, to)
  if (typed.length > MOST_TYPED || !/[.?!\s]$/u.test(typed)) return null
  const at = to + (/^\s*/u.exec(text.slice(to))?.[0].length ?? 0)
  // The stop is what was typed, or right before it.
  const isNear = /[.?!]\s+$/u.test(text.slice(Math.max(0, from - 1), at))
  return isNear && takesCapital(text, at) && isAfterStop(text, at, language) ? at : null
}
