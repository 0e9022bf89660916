import type { CueProblem } from '../captions/cue-problems.ts'
import { problemKinds } from '../captions/problems/problem-kinds.ts'
import { say, type ProgramLanguage } from './messages.ts'

/** A problem as a sentence with its figures. */
export function problemWords(
  { kind, value, limit, isSlight }: CueProblem,
  language: ProgramLanguage,
): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const { unit } = problemKinds[kind]
  const shown = (figure: number): string | number =>
    unit === 'count' ? figure : unit === 'time' ? secondsOf(figure, language) : number.format(figure)
  const values = { value: shown(value), limit: shown(limit) }
  return say(language, isSlight ? `captions.${kind}.slight` : `captions.${kind}`, values)
}

/** Seconds with two decimals, in the user's number format. */
export function secondsOf(ms: number, language: ProgramLanguage): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2, minimumFractionDigits: 2 }).format(
    ms / 1_000,
  )
}
