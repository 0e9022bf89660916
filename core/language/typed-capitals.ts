import { isAfterStop, takesCapital } from './sentence-stops.ts'

/**
 * A change of a text: `removed` units were replaced by those from `from` to `to`, in UTF-16 units of the new
 * text.
 */
export interface TextChange {
  readonly from: number
  readonly to: number
  readonly removed: number
}

export interface CapitalChanges {
  /** Letters of the new text to replace, in order. */
  readonly letters: readonly { readonly at: number; readonly letter: string }[]
  /** Positions in the new text of letters capitalized because a person typed a stop. */
  readonly raised: readonly number[]
}

/** More characters at once are pasted or dictated, and already capitalized. */
const MAX_TYPED = 3

/**
 * Capitalizes the word after a typed full stop, question or exclamation mark, and reverts that once the stop
 * is no longer before it; a word that a person has changed since is left alone.
 * @param raised the positions returned by the previous call, in the text before the change
 * @param isTyped false to look only at letters capitalized before, as for a deletion
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
    // The start of a paragraph is capitalized elsewhere.
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

/** The start of the word that follows the typed stop, or the space typed after a stop. */
function raisedBy(text: string, { from, to }: TextChange, language: string): number | null {
  const typed = text.slice(from, to)
  if (typed.length > MAX_TYPED || !/[.?!\s]$/u.test(typed)) return null
  const at = to + (/^\s*/u.exec(text.slice(to))?.[0].length ?? 0)
  // The stop was typed, or is right before what was typed.
  const isNear = /[.?!]\s+$/u.test(text.slice(Math.max(0, from - 1), at))
  return isNear && takesCapital(text, at) && isAfterStop(text, at, language) ? at : null
}
