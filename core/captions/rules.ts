import type { BreakKind } from '../language/line-breaks.ts'

/** What a fault of a cue costs; the cheapest set of cues wins. Set by judgement on the samples. */
export interface CaptionCosts {
  /** Every cue costs this: fewer and fuller ones are better. */
  readonly cue: number
  /** A cue that ends at such a place. */
  readonly cueBreak: Readonly<Record<BreakKind, number>>
  /** A line that ends at such a place inside a cue, as a share of the same table. */
  readonly lineBreakShare: number
  /** Taken off a cue break for each 100 ms of pause at that place, down to nothing. */
  readonly pauseRelief: number
  /** A cue that begins another sentence and does not end it. */
  readonly sentenceCut: number
  /** A character by which a line is off the mean of its cue's lines. */
  readonly unevenCharacter: number
  /** A line of hardly any text beside another; falls to 0 at `shortLineCharacters`. */
  readonly shortLine: number
  readonly shortLineCharacters: number
  /** Two speakers in one cue. */
  readonly sharedCue: number
  /** A cue as short as nothing; falls to 0 at `comfortableMs`. */
  readonly shortCue: number
  readonly comfortableMs: number
  /** A cue of hardly any text that the same speaker's text goes on from; falls to 0 at `fewCharacters`. */
  readonly fewWords: number
  readonly fewCharacters: number
  /** Each 100 ms lacking to the minimum duration after holding it into the pause. */
  readonly lackingTime: number
  /** Each character a second over the target, and the most that reading speed may cost. */
  readonly fastCharacter: number
  readonly fastLimit: number
  /** A cut inside a word that is longer than a line, a mark `no-break`, or words without an order in time. */
  readonly unwantedBreak: number
}

/** The rules of a set of captions, every number visible. Times in ms; characters are UTF-16 units. */
export interface CaptionRules {
  readonly id: string
  readonly maxCharactersPerLine: number
  readonly maxLines: number
  readonly minDurationMs: number
  readonly maxDurationMs: number
  /** Reading speed aimed at, all characters and spaces counted. */
  readonly charactersPerSecond: number
  /** Between two cues there is at least this, or nothing. */
  readonly gapMs: number
  /** A gap shorter than this is closed to `gapMs`. */
  readonly closeGapsUnderMs: number
  /** A cue stays so long after its last word, where there is room. */
  readonly lingerMs: number
  /** How far a cue may start from its first word, to win time for a short one. */
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
  pauseRelief: 2,
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
 * 42 characters, 2 lines, 5/6 s to 7 s, 2 frames of gap, gaps of 3–11 frames closed to 2, out up to half a
 * second after speech (Netflix general 215758617 §1, timing 360051554394; English 217350977). Frames at
 * 24 a second, rounded up so that 2 frames are never less than 2 frames.
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
