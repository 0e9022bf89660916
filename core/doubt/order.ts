import type { Doubt, DoubtReason, DoubtReasonName } from './reasons.ts'

/** How often such a span is wrong. */
export interface ErrorRate {
  /** 0 to 1. */
  readonly rate: number
  /** False: a judgement, until it is measured. */
  readonly measured: boolean
}

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
  // Confidence is the share of such words that are right, measured for the model (docs/engine.md).
  if (reason.reason === 'low-probability') return { rate: 1 - reason.confidence, measured: true }
  return { rate: judgedRates[reason.reason], measured: false }
}

/** The list to check: the likeliest errors first; what is equally likely stays in the order of reading. */
export function orderDoubts(doubts: readonly Doubt[]): Doubt[] {
  return doubts.toSorted((a, b) => worstRate(b) - worstRate(a))
}

function worstRate(doubt: Doubt): number {
  return Math.max(0, ...doubt.reasons.map((reason) => errorRate(reason).rate))
}
