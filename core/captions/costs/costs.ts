import type { CaptionCosts } from '../caption-rules.ts'

/** For every preset: set by judgment on the samples. */
export const costs: CaptionCosts = {
  cue: 10,
  cueBreak: {
    sentence: 0,
    clause: 4,
    comma: 6,
    conjunction: 24,
    plain: 34,
    bound: 70,
    quantity: 70,
    name: 80,
    measure: 85,
  },
  lineBreakShare: 0.5,
  pauseDiscount: 2,
  sentenceCut: 20,
  unevenCharacter: 0.2,
  shortLine: 12,
  shortLineCharacters: 12,
  sharedCue: 25,
  shortCue: 18,
  comfortableMs: 1_500,
  fewWords: 24,
  fewCharacters: 14,
  lackingTime: 10,
  borrowedReading: 1,
  unreadable: 20,
  lackingReading: 5,
  readingLimit: 90,
  unwantedBreak: 1_000,
}
