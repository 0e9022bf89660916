import type { DoubtReason } from './reasons.ts'

/** A span that is wrong at least one time in three is worth a person's time. */
export const LIKELY = 1 / 3

/** How often such a span is wrong regardless of its words; 0 for reasons covered by the words' own estimates. */
export function rateOfReason(reason: DoubtReason): number {
  switch (reason.reason) {
    // 13 of 24 on the open set and the samples (docs/engine.md, "Doubt").
    case 'speech-without-text':
      return 0.55
    // For a missing word: 9 of 35.
    case 'second-decode-differs':
      return reason.between ? 0.26 : 0
    // Set by judgment, as there are too few to measure: invented sentences rank above a possibly missing word.
    case 'text-over-silence':
      return 0.65
    case 'repetition':
      return 0.6
    case 'wrong-language':
      return 0.5
    case 'near-glossary-term':
      return 0.4
    // For a missing word: 23 of 40 (docs/engine.md, "Doubt").
    case 'other-model-differs':
      return reason.between ? 0.5 : 0
    case 'speaker-unsure':
      return reason.estimate
    case 'low-probability':
    case 'guard-retried':
    case 'chunk-edge':
    case 'overlap':
    case 'unsure-passage':
      return 0
    default:
      return unknownReason(reason)
  }
}

function unknownReason(reason: never): never {
  throw new TypeError(`No rate for the reason ${JSON.stringify(reason)}`)
}
