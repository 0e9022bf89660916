import { englishSounds } from './english.ts'
import { frenchSounds } from './french.ts'
import { plainSounds } from './other-languages.ts'

/**
 * The sounds of a text as a reader of the language would say it, one character each; empty for a text without
 * letters.
 */
export function soundsOf(text: string, language: string): string {
  const speller = spellerOf(language)
  return text
    .split(/[^\p{L}\p{M}]+/u)
    .map(speller)
    .join('')
    .replaceAll(/(.)\1+/gu, '$1')
}

function spellerOf(language: string): (word: string) => string {
  if (language === 'en') return englishSounds
  return language === 'fr' ? frenchSounds : plainSounds
}
