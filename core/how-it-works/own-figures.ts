/**
 * Wrong, missing or invented words per 100 with the included model, and the number of words: from the table
 * "Words" of bench/RESULTS.md, which a test compares.
 */
export const ownFigures = {
  'en read': { of100: 5, words: 278 },
  'en phone': { of100: 15, words: 81 },
  'fr read': { of100: 24, words: 127 },
  'en meeting': { of100: 34, words: 302 },
} as const
