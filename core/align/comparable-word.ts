import { foldWord } from '../words/align/fold.ts'

const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' }

/**
 * A word as it is compared between a text and what was recognized: without case, accents and punctuation; '' for one
 * that has neither letters nor digits and therefore cannot be spoken. Numbers stay as they are typed.
 */
export function comparableWord(text: string): string {
  const folded = foldWord(text)
  if (/^[a-z0-9]+$/u.test(folded)) return folded
  const plain = folded
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/gu, '')
    .replaceAll(/[œæß]/gu, (letter) => LIGATURES[letter] ?? letter)
    .normalize('NFC')
  return /[\p{L}\p{N}]/u.test(plain) ? plain : ''
}
