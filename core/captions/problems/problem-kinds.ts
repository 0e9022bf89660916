import type { ProgramLanguage } from '../../language/program-language.ts'
import { durationProblems } from './duration.ts'
import { gapProblems } from './gap.ts'
import { lineProblems } from './lines.ts'
import type { ProblemKind } from './problem-kind.ts'
import { shotProblems } from './shots.ts'
import { speedProblems } from './speed.ts'

const byKind = {
  ...lineProblems,
  ...speedProblems,
  ...durationProblems,
  ...gapProblems,
  ...shotProblems,
} as const satisfies Readonly<Record<string, ProblemKind>>

export type CueProblemKind = keyof typeof byKind

/** Every kind of problem; in this order a cue's are listed. */
export const problemKinds: Readonly<Record<CueProblemKind, ProblemKind>> = byKind

export const problemKindIds = Object.keys(byKind) as readonly CueProblemKind[]

type ProblemMessageKey =
  | `captions.${CueProblemKind}`
  | `captions.${CueProblemKind}.slight`
  | `captions.kinds.${CueProblemKind}`
  | `captions.fix-all.${CueProblemKind}`

/** The texts of all kinds by the keys of messages. */
export function problemMessages(language: ProgramLanguage): Readonly<Record<ProblemMessageKey, string>> {
  const entries = problemKindIds.flatMap((kind) => {
    const { is, slight, count, fixed } = problemKinds[kind][language]
    return [
      [`captions.${kind}`, is],
      [`captions.${kind}.slight`, slight ?? is],
      [`captions.kinds.${kind}`, count],
      [`captions.fix-all.${kind}`, fixed],
    ]
  })
  return Object.fromEntries(entries) as Record<ProblemMessageKey, string>
}
