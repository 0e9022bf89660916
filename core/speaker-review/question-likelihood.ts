import type { ReviewQuestion } from './questions.ts'

/** From the bar on, two voices count as one person: at least an even chance. */
const ONE_PERSON_OVER_BAR = 0.5
/** Below it: 1 of 59 sounds was given too many speakers (bench, "Who speaks"). */
const ONE_PERSON_UNDER_BAR = 1 / 59

/** How likely the present answer to a question is wrong, 0 to 1. */
export function questionLikelihood(question: ReviewQuestion): number {
  switch (question.kind) {
    case 'pair':
      return question.similarity >= question.bar ? ONE_PERSON_OVER_BAR : ONE_PERSON_UNDER_BAR
    case 'turn':
      return question.estimate
    case 'unknown':
      // Nothing is known to be wrong where nobody is said to speak.
      return 0
  }
}
