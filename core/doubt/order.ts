import type { Doubt, DoubtReason, DoubtReasonName } from './reasons.ts'

/** How often such a span is wrong. */
export interface ErrorRate {
  /** 0 to 1. */
  readonly rate: number
  /** False: a judgement, until it is measured. */
  readonly measured: boolean
}

/** Words wrong by band of the embedded recogniser: of 660, 151, 71 and 20 words (measured, docs/engine.md). */
export const bandErrorRates = [0.04, 0.28, 0.49, 0.7] as const

/** Judged, not measured: what loses or invents whole sentences comes before what may cost a word. */
const judgedRates: Readonly<Record<Exclude<DoubtReasonName, 'low-probability'>, number>> = {
  'text-over-silence': 0.65,
  repetition: 0.6,
  'speech-without-text': 0.55,
  'wrong-language': 0.5,
  'second-decode-differs': 0.45,
  'near-glossary-term': 0.4,
  'guard-retried': 0.3,
  overlap: 0.25,
  'speaker-unsure': 0.2,
  'chunk-edge': 0.15,
}

export function errorRate(reason: DoubtReason): ErrorRate {
  if (reason.reason === 'low-probability') return { rate: bandErrorRates[reason.band], measured: true }
  return { rate: judgedRates[reason.reason], measured: false }
}

/** The list to check: the likeliest errors first; what is equally likely stays in the order of reading. */
export function orderDoubts(doubts: readonly Doubt[]): Doubt[] {
  return doubts.toSorted((a, b) => worstRate(b) - worstRate(a))
}

function worstRate(doubt: Doubt): number {
  return Math.max(0, ...doubt.reasons.map((reason) => errorRate(reason).rate))
}
