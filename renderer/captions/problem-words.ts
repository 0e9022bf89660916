import type { CueProblem } from '#core/captions/cue-problems'
import type { ProgramLanguage } from '#core/messages/messages'
import type { Say } from '../ui/words.tsx'

/** A problem as a sentence with its figures. */
export function problemWords(problem: CueProblem, say: Say, language: ProgramLanguage): string {
  const { kind } = problem
  const isTime = kind === 'too-short' || kind === 'too-long'
  const shown = (value: number): string => (isTime ? secondsOf(value, language) : String(value))
  const values = { value: shown(problem.value), limit: shown(problem.limit) }
  const hasSlightWords = kind === 'too-fast' || kind === 'too-short'
  return say(hasSlightWords && problem.isSlight ? `captions.${kind}.slight` : `captions.${kind}`, values)
}

/** Seconds with two decimals, in the user's number format. */
export function secondsOf(ms: number, language: ProgramLanguage): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2, minimumFractionDigits: 2 }).format(
    ms / 1_000,
  )
}
