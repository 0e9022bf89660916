/** The input of every section. */
export interface BenchContext {
  /** Folder of recordings with references; null if it is missing. */
  readonly evaldata: string | null
  /** Reports progress to the person at the terminal. */
  readonly say: (line: string) => void
}

/** A section's body; if it throws NothingToMeasure, the file is not changed. */
export type Measure = (context: BenchContext) => Promise<string>

/** Thrown with a message if a section lacks its input. */
export class NothingToMeasure extends Error {}

export function needEvaldata({ evaldata }: BenchContext): string {
  if (evaldata !== null) return evaldata
  throw new NothingToMeasure(
    'the recordings with references are not there: ../shared/evaldata beside the project, or the folder that ' +
      'PAROLO_EVALDATA names, must hold refs.tsv',
  )
}
