import { say, type ProgramLanguage } from '../messages/messages.ts'
import type { CueProblem, CueProblemKind } from './cue-problems.ts'

const times: ReadonlySet<CueProblemKind> = new Set([
  'too-short',
  'too-long',
  'overlap',
  'gap-too-short',
  'gap-open',
])

/** A problem as a sentence with its figures. */
export function problemWords(
  { kind, value, limit, isSlight }: CueProblem,
  language: ProgramLanguage,
): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const shown = (figure: number): string =>
    times.has(kind) ? secondsOf(figure, language) : number.format(figure)
  const values = { value: shown(value), limit: shown(limit) }
  const hasSlightWords = kind === 'too-fast' || kind === 'too-many-words' || kind === 'too-short'
  return say(language, hasSlightWords && isSlight ? `captions.${kind}.slight` : `captions.${kind}`, values)
}

/** Seconds with two decimals, in the user's number format. */
export function secondsOf(ms: number, language: ProgramLanguage): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2, minimumFractionDigits: 2 }).format(
    ms / 1_000,
  )
}
