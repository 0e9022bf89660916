import { foldWord } from '../words/align/fold.ts'

/** A name or word of the person's field that the recognizer may not know, as it is to be written. */
export interface Term {
  readonly text: string
  /** Other right spellings, such as a plural or a short form. Left out: none. */
  readonly forms?: readonly string[]
  /** How it may be heard, spelled as a recognizer would write it; several words are fine. Left out: as it is written. */
  readonly soundsLike?: readonly string[]
  /** ISO 639 code of the language whose spelling the term follows. Left out: that of the recording. */
  readonly language?: string
}

/** UTF-16 units of a term, a form or a "sounds like". */
export const LONGEST_TERM = 100
/** Words of a term, a form or a "sounds like". */
export const MOST_TERM_WORDS = 6
/** Of one list. */
export const MOST_TERMS = 5_000
/** Forms and "sounds like" of one term, each. */
export const MOST_VARIANTS = 20

/** The words of a text, normalized for comparison: case, punctuation and kinds of spaces do not count. */
export function foldedWords(text: string): string[] {
  return text
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map(foldWord)
}

/** Equal for terms that are the same but for case and punctuation. */
export const termKey = (text: string): string => foldedWords(text).join(' ')

/** One list of several: of terms that are the same the first spelling stays, with the variants of all. */
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
    .slice(0, MOST_VARIANTS)
}
