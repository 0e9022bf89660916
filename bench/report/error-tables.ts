import type { EvalRecording } from '../evaldata/recordings.ts'
import type { ProgramOutputs } from '../outputs/program-output.ts'
import { comparableText } from '../scoring/comparable-text.ts'
import { addWordErrors, errorCount, type WordErrors, wordErrors } from '../scoring/word-errors.ts'
import { type Cell, percent, table } from './table.ts'

/** Word errors of each recording, by its name. */
export function scoreWords(
  recordings: readonly EvalRecording[],
  outputs: ProgramOutputs,
): ReadonlyMap<string, WordErrors> {
  return new Map(
    recordings.map(({ name, reference }) => [
      name,
      wordErrors(comparableText(reference), comparableText(outputs.of.get(name)?.text ?? '')),
    ]),
  )
}

/** Errors by language and kind of speech, one column per program, with totals in the last row. */
export function wordErrorTable(
  recordings: readonly EvalRecording[],
  programs: readonly ProgramOutputs[],
): string {
  const scores = programs.map((outputs) => scoreWords(recordings, outputs))
  const row = (name: string, its: readonly EvalRecording[]): Cell[] => [
    name,
    its.length,
    addWordErrors(its.map((one) => scores[0]?.get(one.name)).filter((one) => one !== undefined)).words,
    ...scores.map((score) => {
      const sum = addWordErrors(its.map((one) => score.get(one.name)).filter((one) => one !== undefined))
      return `${errorCount(sum)} = ${percent(errorCount(sum) / sum.words)} (${sum.substitutions}/${sum.deletions}/${sum.insertions})`
    }),
  ]
  const groups = Map.groupBy(recordings, ({ language, kind }) => `${language} ${kind}`)
  return table(
    ['language, kind', 'files', 'words', ...programs.map(({ program }) => program)],
    [
      ...[...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, its]) => row(name, its)),
      row('all', recordings),
    ],
  )
}

/** One row per recording with different counts: what to investigate. */
export function differingRecordings(
  recordings: readonly EvalRecording[],
  programs: readonly [ProgramOutputs, ProgramOutputs],
): string {
  const [ours, others] = programs.map((outputs) => scoreWords(recordings, outputs))
  const rows = recordings.flatMap(({ name }) => {
    const [one, other] = [ours?.get(name), others?.get(name)]
    if (!one || !other || errorCount(one) === errorCount(other)) return []
    return [[name, one.words, errorCount(one), errorCount(other)]]
  })
  return table(['recording', 'words', ...programs.map(({ program }) => program)], rows)
}

export function allErrors(recordings: readonly EvalRecording[], outputs: ProgramOutputs): number {
  return errorCount(addWordErrors([...scoreWords(recordings, outputs).values()]))
}
