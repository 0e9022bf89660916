/**
 * Filled pauses and particles that carry no meaning by themselves. English: Shriberg 1994 (Preliminaries to a
 * theory of speech disfluencies), Clark and Fox Tree 2002 (Cognition 84). French: Candea 2000 (pauses and
 * hesitation in spontaneous French); "bah", "ben" and "hein" are omitted in what French transcribers call an
 * "épurée" transcript.
 */
const fillers: Readonly<Record<string, RegExp>> = {
  en: /^(?:u+h+m*|u+m+|e+rm?|a+h+|h+m+|mm+)[,.…]*$/iu,
  fr: /^(?:e+u+h+|h+e+u+|h+u+m+|m+h+|b+a+h+|b+e+n+|h+e+i+n+)[,.…]*$/iu,
}

/**
 * Whether a word between spaces is a filler. All capitals mean an abbreviation ("ER"), and a capitalized
 * "Ben" is a name unless a comma follows.
 * @param language ISO 639-1, with or without a region
 */
export function isFiller(word: string, language: string): boolean {
  if (fillers[language.slice(0, 2).toLowerCase()]?.test(word) !== true) return false
  if (/^\p{Lu}{2}/u.test(word)) return false
  return !/^Ben+[^,]*$/u.test(word)
}
