import type { Cue } from '../cues.ts'

/** Sounds and words that carry no meaning by themselves; each stands alone between spaces. */
const fillers: Readonly<Record<string, RegExp>> = {
  en: /^(?:u+h+|u+m+|e+rm?|a+h+|h+m+|mm+)[,.…]*$/iu,
  fr: /^(?:e+u+h+|h+e+u+|h+u+m+|m+h+|b+a+h+|b+e+n+|h+e+i+n+)[,.…]*$/iu,
}

/** @param language ISO 639-1, with or without a region */
export function isFiller(word: string, language: string): boolean {
  return fillers[language.slice(0, 2).toLowerCase()]?.test(word) === true
}

/**
 * The cue without its fillers, and their texts; null if there is none or nothing else. It drops words, so it is never
 * part of fixing everything: in the transcript they are hidden by a mark, not deleted.
 */
export function shortenByFillers(
  cue: Cue,
  language: string,
): { readonly cue: Cue; readonly dropped: readonly string[] } | null {
  const dropped: string[] = []
  const lines = cue.lines.map((line) => {
    const kept = line.text.split(' ').filter((word) => {
      if (!isFiller(word, language)) return true
      dropped.push(word)
      return false
    })
    return { ...line, text: kept.join(' ') }
  })
  const shown = lines.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  return dropped.length === 0 || shown.length === 0 ? null : { cue: { ...cue, lines: shown }, dropped }
}
