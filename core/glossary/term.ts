import { foldWord } from '../words/align/fold.ts'

/** A name or technical term that the recognizer may not know, in its correct spelling. */
export interface Term {
  readonly text: string
  /** Other correct spellings, such as a plural or a short form. Omitted: none. */
  readonly forms?: readonly string[]
  /**
   * How it may sound, spelled as a recognizer would write it; several words are allowed. Omitted: as it is
   * written.
   */
  readonly soundsLike?: readonly string[]
  /** ISO 639 code of the language whose spelling the term follows. Omitted: the recording's language. */
  readonly language?: string
}

/** UTF-16 units in a term, a form or a "sounds like". */
export const MAX_TERM_LENGTH = 100
/** Words in a term, a form or a "sounds like". */
export const MAX_TERM_WORDS = 6
/** Terms in one list. */
export const MAX_TERMS = 5_000
/** Forms and "sounds like" per term, each. */
export const MAX_VARIANTS = 20

/** The words of a text, normalized for comparison: case, punctuation and kinds of spaces are ignored. */
export function foldedWords(text: string): string[] {
  return text
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map(foldWord)
}

/** Equal for terms that differ only in case and punctuation. */
export const termKey = (text: string): string => foldedWords(text).join(' ')

/** Merges lists: of equal terms the first spelling is kept, with the variants of all. */
export function mergeTerms(...lists: readonly (readonly Term[])[]): Term[] {
  const merged = new Map<string, Term>()
  for (const term of lists.flat()) {
    const key = termKey(term.text)
    const known = merged.get(key)
    merged.set(key, known === undefined ? term : joinTerms(known, term))
  }
  return [...merged.values()]
}

function joinTerms(one: Term, other: Term): Term {
  const forms = joinVariants([one.text], one.forms, other.forms)
  const soundsLike = joinVariants([], one.soundsLike, other.soundsLike)
  const language = one.language ?? other.language
  return {
    text: one.text,
    ...(forms.length === 0 ? {} : { forms }),
    ...(soundsLike.length === 0 ? {} : { soundsLike }),
    ...(language === undefined ? {} : { language }),
  }
}

function joinVariants(
  known: readonly string[],
  one: readonly string[] = [],
  other: readonly string[] = [],
): string[] {
  const seen = new Set(known.map(termKey))
  return [...one, ...other]
    .filter((variant) => {
      const key = termKey(variant)
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .slice(0, MAX_VARIANTS)
}
