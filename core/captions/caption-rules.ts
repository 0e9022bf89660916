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
  /** For each 100 ms of the time to read a cue that its neighbors would have to give. */
  readonly borrowedReading: number
  /** For a cue that cannot be read in the time that it can have, and for each 100 ms that are lacking then. */
  readonly unreadable: number
  readonly lackingReading: number
  /** The upper limit of these together. */
  readonly readingLimit: number
  /** For a cut inside a word longer than a line, inside a `no-break` mark, or between words out of order in time. */
  readonly unwantedBreak: number
}

/** How many characters can be read in a time. */
export interface ReadablePoint {
  readonly ms: number
  readonly characters: number
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
  /** False: each speaker has cues of their own. */
  readonly sharesCues?: boolean
  /** Words a minute; where it is set, reading speed is judged by it instead of characters a second. */
  readonly wordsPerMinute?: number
  /** Shortest time on the screen for each word, in ms. */
  readonly minMsPerWord?: number
  /**
   * Characters that can be read in a time: straight lines between the points, from 0 to the first of them, and beyond
   * the last at its speed. Where it is set, reading speed is judged by it instead of characters a second.
   */
  readonly readable?: readonly ReadablePoint[]
  /** False: cues are made by the rules, and those of others are not judged by them. */
  readonly isJudged?: boolean
  readonly costs: CaptionCosts
}
