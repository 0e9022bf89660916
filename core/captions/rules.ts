import type { BreakKind } from '../language/line-breaks.ts'

/** The costs of a cue's defects; the cheapest set of cues wins. Set by judgment on the samples. */
export interface CaptionCosts {
  /** Base cost of every cue: fewer and fuller cues are better. */
  readonly cue: number
  /** For a cue that ends at a place of this kind. */
  readonly cueBreak: Readonly<Record<BreakKind, number>>
  /** For a line that ends at such a place inside a cue, as a share of the same table. */
  readonly lineBreakShare: number
  /** Subtracted from a cue break for each 100 ms of pause at that place, down to 0. */
  readonly pauseDiscount: number
  /** For a cue that begins another sentence without ending it. */
  readonly sentenceCut: number
  /** For each character by which a line differs from the mean of its cue's lines. */
  readonly unevenCharacter: number
  /** For a line of almost no text beside another; falls to 0 at `shortLineCharacters`. */
  readonly shortLine: number
  readonly shortLineCharacters: number
  /** For two speakers in one cue. */
  readonly sharedCue: number
  /** For a cue of almost no duration; falls to 0 at `comfortableMs`. */
  readonly shortCue: number
  readonly comfortableMs: number
  /** For a cue of almost no text that the same speaker continues; falls to 0 at `fewCharacters`. */
  readonly fewWords: number
  readonly fewCharacters: number
  /** For each 100 ms short of the minimum duration after extending the cue into the pause. */
  readonly lackingTime: number
  /** For each character a second over the target, and the upper limit of that cost. */
  readonly fastCharacter: number
  readonly fastLimit: number
  /** For a cut inside a word longer than a line, inside a `no-break` mark, or between words out of order in time. */
  readonly unwantedBreak: number
}

/** The rules for a set of captions. Times in ms; characters are UTF-16 units. */
export interface CaptionRules {
  readonly id: string
  readonly maxCharactersPerLine: number
  readonly maxLines: number
  readonly minDurationMs: number
  readonly maxDurationMs: number
  /** Target reading speed, counting all characters including spaces. */
  readonly charactersPerSecond: number
  /** Two cues are either adjacent or at least this far apart. */
  readonly gapMs: number
  /** A shorter gap is closed to `gapMs`. */
  readonly closeGapsUnderMs: number
  /** How long a cue stays after its last word, where there is room. */
  readonly lingerMs: number
  /** How far a cue may start from its first word, to gain time for a short one. */
  readonly startToleranceMs: number
  /** A pause longer than this always begins a new cue. */
  readonly pauseMs: number
  /** Put before each line of a cue that two speakers share. */
  readonly dialogueDash: string
  readonly costs: CaptionCosts
}

const costs: CaptionCosts = {
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
  fastCharacter: 2,
  fastLimit: 40,
  unwantedBreak: 1_000,
}

/**
 * 42 characters, 2 lines, 5/6 s to 7 s, 2 frames of gap, gaps of 3–11 frames closed to 2, out up to half a second
 * after speech (Netflix general 215758617 §1, timing 360051554394; English 217350977). Frames at 24 a second, rounded
 * up so that 2 frames are never less than 2 frames.
 */
const general: CaptionRules = {
  id: 'netflix-en',
  maxCharactersPerLine: 42,
  maxLines: 2,
  minDurationMs: 834,
  maxDurationMs: 7_000,
  charactersPerSecond: 20,
  gapMs: 84,
  closeGapsUnderMs: 500,
  lingerMs: 500,
  startToleranceMs: 300,
  pauseMs: 1_500,
  dialogueDash: '-',
  costs,
}

/** Netflix French 217351577: 17 characters a second; a space after the dash (§6). */
const french: CaptionRules = { ...general, id: 'netflix-fr', charactersPerSecond: 17, dialogueDash: '- ' }

/** The preset for a language (ISO 639-1). */
export function presetFor(language: string): CaptionRules {
  return /^fr(?:$|[-_])/i.test(language) ? french : general
}
