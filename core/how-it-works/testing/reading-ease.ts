import type { ProgramLanguage } from '../../messages/messages.ts'

/**
 * How easy a text is to read: Flesch's formula (1948) for English, as Kandel and Moles adapted it to French (1958). 60 and
 * more is plain language, under 50 is hard.
 */
export function readingEase(text: string, language: ProgramLanguage): number {
  const sentences = text.split(/[.!?:]+(?:\s|$)/u).filter((part) => /\p{L}/u.test(part)).length
  const words = text.match(/\p{L}+(?:[’'-]\p{L}+)*|\d+(?:[\s,.]\d{3})*/gu) ?? []
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word.toLowerCase(), language), 0)
  const [a, b, c] = language === 'fr' ? [207, 1.015, 73.6] : [206.835, 1.015, 84.6]
  return a - b * (words.length / Math.max(1, sentences)) - c * (syllables / Math.max(1, words.length))
}

/** Groups of vowels, without a silent end. */
export function syllablesOf(word: string, language: ProgramLanguage): number {
  // A number is read as several words; one syllable per digit is close enough.
  if (/^\d/u.test(word)) return word.replaceAll(/\D/gu, '').length
  return word
    .split(/[’'-]/u)
    .map((part) => (language === 'fr' ? frenchSyllables(part) : englishSyllables(part)))
    .reduce((sum, count) => sum + count, 0)
}

function englishSyllables(word: string): number {
  const stem = word.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/u, '').replace(/^y/u, '')
  return Math.max(1, stem.match(/[aeiouy]{1,2}/gu)?.length ?? 0)
}

function frenchSyllables(word: string): number {
  const stem = word.replace(/(?<=\p{L}{2})(?:es?|ent)$/u, '')
  const groups = stem.match(/[aeiouyàâäéèêëîïôöùûüœæ]+/gu)?.length ?? 0
  // `l'` and `d'` belong to the next word.
  return /[aeiouyàâäéèêëîïôöùûüœæ]/u.test(word) ? Math.max(1, groups) : 0
}
