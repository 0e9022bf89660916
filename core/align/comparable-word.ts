import { foldWord } from '../words/align/fold.ts'

const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' }

/**
 * A word normalized to compare a text with what was recognized: without case, accents and punctuation; '' if
 * it has neither letters nor digits and therefore cannot be spoken. Numbers stay as typed.
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
