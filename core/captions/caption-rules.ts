import type { FrameGrid } from '../frames/video-frames.ts'
import type { BreakKind } from '../language/line-breaks.ts'
import type { ShotRuleId } from './shots/shot-rules.ts'

/** The costs of a cue's defects; the cheapest set of cues wins. Set by judgment on the samples. */
export interface CaptionCosts {
  /** Base cost of every cue: fewer and fuller cues are better. */
  readonly cue: number
  /** For a cue that ends at a break of this kind. */
  readonly cueBreak: Readonly<Record<BreakKind, number>>
  /** For a line that ends at such a break inside a cue, as a share of the same table. */
  readonly lineBreakShare: number
  /** Subtracted from a cue break for each 100 ms of pause at that place, down to 0. */
  readonly pauseDiscount: number
  /** For a cue that begins another sentence but does not end it. */
  readonly sentenceCut: number
  /** For each character by which a line differs from the mean of its cue's lines. */
  readonly unevenCharacter: number
  /** For an almost empty line beside another; falls to 0 at `shortLineCharacters`. */
  readonly shortLine: number
  readonly shortLineCharacters: number
  /** For two speakers in one cue. */
  readonly sharedCue: number
  /** For a cue of almost zero duration; falls to 0 at `comfortableMs`. */
  readonly shortCue: number
  readonly comfortableMs: number
  /** For an almost empty cue that the same speaker continues; falls to 0 at `fewCharacters`. */
  readonly fewWords: number
  readonly fewCharacters: number
  /** For each 100 ms short of the minimum duration after the cue is extended into the pause. */
  readonly lackingTime: number
  /** For each 100 ms of reading time that a cue would have to take from its neighbors. */
  readonly borrowedReading: number
  /** For a cue that cannot be read in the time available, and for each 100 ms then missing. */
  readonly unreadable: number
  readonly lackingReading: number
  /** The upper limit of the sum of these. */
  readonly readingLimit: number
  /** For a cut inside a word longer than a line, inside a `no-break` mark, or between words out of order in time. */
  readonly unwantedBreak: number
}

/** How many characters can be read in a given time. */
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
  /** A shorter gap is reduced to `gapMs`. */
  readonly closeGapsUnderMs: number
  /** How long a cue stays after its last word if there is room. */
  readonly lingerMs: number
  /** How far from its first word a cue may start, to gain time for a short one. */
  readonly startToleranceMs: number
  /** A pause longer than this always begins a new cue. */
  readonly pauseMs: number
  /** Prefix of each line of a cue that two speakers share. */
  readonly dialogueDash: string
  /** False: each speaker has cues of their own. */
  readonly sharesCues?: boolean
  /** Where captions start and end near shot changes; judged where a video's shots are known, never used to cut. */
  readonly shots: ShotRuleId
  /** Words per minute; if set, reading speed is measured by it instead of characters per second. */
  readonly wordsPerMinute?: number
  /** Minimum time on the screen per word, in ms. */
  readonly minMsPerWord?: number
  /**
   * Characters that can be read in a given time: linear between the points, from 0 to the first, and beyond
   * the last at its speed. If set, reading speed is measured by it instead of characters per second.
   */
  readonly readable?: readonly ReadablePoint[]
  /** What is kept free under captions that are drawn, in % of the picture's height; default: 8. */
  readonly bottomMarginPercent?: number
  /** False: the rules are used to create cues, but not to check cues from elsewhere. */
  readonly isJudged?: boolean
  /** The video's frames, on which every time lies that Parolo sets; omitted without a video (`presets/rules-on-frames.ts`). */
  readonly frames?: FrameGrid
  /** The video's shot changes in ms, in order; omitted where none are known (`shots/rules-with-shots.ts`). */
  readonly shotTimesMs?: readonly number[]
  readonly costs: CaptionCosts
}
