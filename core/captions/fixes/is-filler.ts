/** Sounds and words that carry no meaning by themselves; each stands alone between spaces. */
const fillers: Readonly<Record<string, RegExp>> = {
  en: /^(?:u+h+|u+m+|e+rm?|a+h+|h+m+|mm+)[,.…]*$/iu,
  fr: /^(?:e+u+h+|h+e+u+|h+u+m+|m+h+|b+a+h+|b+e+n+|h+e+i+n+)[,.…]*$/iu,
}

/** @param language ISO 639-1, with or without a region */
export function isFiller(word: string, language: string): boolean {
  return fillers[language.slice(0, 2).toLowerCase()]?.test(word) === true
}
