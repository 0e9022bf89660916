/** Answers that mean yes, whatever the language of the program. */
const YES = /^(?:y|yes|o|oui)$/iu

/** Whether a typed answer means yes; null: the input ended. */
export function isYes(answer: string | null): boolean {
  return answer !== null && YES.test(answer.trim())
}
