import { secondsOf } from '../notation/lengths.ts'
import { formatDecimals } from '../notation/numbers.ts'
import type { CueProblem } from '../captions/cue-problems.ts'
import { problemKinds } from '../captions/problems/problem-kinds.ts'
import { say, type ProgramLanguage } from './messages.ts'

/** A problem as a sentence with its figures. */
export function problemWords(
  { kind, value, limit, isSlight }: CueProblem,
  language: ProgramLanguage,
): string {
  const { unit } = problemKinds[kind]
  const shown = (figure: number): string | number =>
    unit === 'count'
      ? figure
      : unit === 'time'
        ? secondsOf(figure, language)
        : formatDecimals(figure, language)
  const values = { value: shown(value), limit: shown(limit) }
  return say(language, isSlight ? `captions.${kind}.slight` : `captions.${kind}`, values)
}
