import type { EvalRecording } from '../evaldata/recordings.ts'
import type { TurnReference } from '../evaldata/turns.ts'
import type { ProgramOutputs } from '../outputs/program-output.ts'
import {
  addDiarizationErrors,
  type DiarizationError,
  diarizationError,
  errorRate,
} from '../scoring/diarization-error.ts'
import { percent, table } from './table.ts'

export type CountMode = 'given' | 'automatic'

/** Errors over all recordings with reference turns, weighted by their seconds. */
export function pooledDiarizationError(
  references: ReadonlyMap<string, TurnReference>,
  outputs: ProgramOutputs,
  mode: CountMode,
): DiarizationError {
  return addDiarizationErrors(
    [...references].map(([name, reference]) => scoreTurns(name, reference, outputs, mode)),
  )
}

function scoreTurns(
  name: string,
  reference: TurnReference,
  outputs: ProgramOutputs,
  mode: CountMode,
): DiarizationError {
  return diarizationError(reference.turns, outputs.of.get(name)?.turns?.[mode] ?? [], reference.scored)
}

/** One row per recording and one for all; for each program with the count given and detected. */
export function diarizationTable(
  recordings: readonly EvalRecording[],
  references: ReadonlyMap<string, TurnReference>,
  programs: readonly ProgramOutputs[],
): string {
  const modes: readonly CountMode[] = ['given', 'automatic']
  const columns = programs.flatMap((outputs) => modes.map((mode) => ({ outputs, mode })))
  const rows = recordings.flatMap(({ name }) => {
    const reference = references.get(name)
    if (!reference) return []
    const cells = columns.map(({ outputs, mode }) => {
      const found = new Set(outputs.of.get(name)?.turns?.[mode].map((turn) => turn.speaker)).size
      const rate = percent(errorRate(scoreTurns(name, reference, outputs, mode)))
      return mode === 'given' ? rate : `${rate} (${found})`
    })
    return [[name, reference.speakers, ...cells]]
  })
  const sums = columns.map(({ outputs, mode }) => pooledDiarizationError(references, outputs, mode))
  const seconds = (pick: (error: DiarizationError) => number) =>
    sums.map((sum) => `${pick(sum).toFixed(1)} s`)
  return table(
    ['recording', 'speakers', ...columns.map(({ outputs, mode }) => `${outputs.program}, ${mode}`)],
    [
      ...rows,
      ['all', '', ...sums.map((sum) => percent(errorRate(sum)))],
      [`missed, of ${(sums[0]?.speech ?? 0).toFixed(1)} s`, '', ...seconds((error) => error.missed)],
      ['false alarm', '', ...seconds((error) => error.falseAlarm)],
      ['confused', '', ...seconds((error) => error.confused)],
    ],
  )
}
