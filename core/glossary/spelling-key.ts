import { foldWord } from '../words/align/fold.ts'

/** Words joined by hyphens count as several, so that both spellings have the same key. */
export const spellingKey = (words: readonly string[]): string =>
  words
    .flatMap((word) => word.split(/[-‐‑]/u))
    .filter((word) => word !== '')
    .map(foldWord)
    .join(' ')
