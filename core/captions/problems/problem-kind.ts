import type { ProgramLanguage } from '../../language/program-language.ts'
import type { CaptionRules } from '../caption-rules.ts'
import type { Cue } from '../cue.ts'
import type { Shots } from '../shots/shots.ts'

/** Figures of a cue that breaks a rule or nearly does. */
export interface FoundProblem {
  /** Characters, lines, characters per second or words per minute (rounded), frames, or ms. */
  readonly value: number
  /** What the rule allows, in the same unit. */
  readonly limit: number
  /** Close to the limit: worth checking, but not wrong. */
  readonly isSlight: boolean
  /** Index of the line that is too long. */
  readonly line?: number
}

/** Fixes that keep every word (fixes/fix-all.ts). */
export type CueFixId = 'split' | 'gap' | 'extend' | 'borrow' | 'shot'

/** The texts about a kind of problem, in ICU message format. */
export interface ProblemWords {
  /** A sentence with `{value}` and `{limit}`. */
  readonly is: string
  /** The same for a slight one; null if it says the same. */
  readonly slight: string | null
  /** How many captions have it: `{count}`. */
  readonly count: string
  /** How many of them were fixed, and how: `{count}`. */
  readonly fixed: string
}

/** All that the program has to know of a kind of problem. */
export interface ProblemKind extends Readonly<Record<ProgramLanguage, ProblemWords>> {
  /** `time`: figures are ms, shown in seconds; `count`: whole frames or shots, given to the texts as numbers. */
  readonly unit: 'number' | 'time' | 'count'
  /** Whether less than the limit is wrong, instead of more. */
  readonly isLack: boolean
  /** What the page shows with it: the text, the reading speed, the duration, or (`next`, `shot`) the times alone. */
  readonly about: 'text' | 'speed' | 'duration' | 'next' | 'shot'
  /** What may solve it. */
  readonly fixes: readonly CueFixId[]
  /** Finds it in a cue by itself; null if it is between two. Not called for rules that check nothing. */
  readonly inCue: ((cue: Cue, rules: CaptionRules) => FoundProblem | readonly FoundProblem[] | null) | null
  /** Finds it between a cue and the next, `gapMs` later (negative if they overlap); null if it is in one. */
  readonly beforeNext: ((gapMs: number, rules: CaptionRules) => FoundProblem | null) | null
  /** Finds it between a cue and the shots of its video; null if it is none of these. Called where shots are known. */
  readonly atShots: ((cue: Cue, shots: Shots) => FoundProblem | null) | null
}
