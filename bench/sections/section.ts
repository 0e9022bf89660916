/** What every section is given. */
export interface BenchContext {
  /** Folder of recordings with references; null where it is not there. */
  readonly evaldata: string | null
  /** Tells the person at the terminal what is going on. */
  readonly say: (line: string) => void
}

/** A section's body; a thrown NothingToMeasure leaves the file as it is. */
export type Measure = (context: BenchContext) => Promise<string>

/** Said plainly where a section lacks what it measures. */
export class NothingToMeasure extends Error {}

export function needEvaldata({ evaldata }: BenchContext): string {
  if (evaldata !== null) return evaldata
  throw new NothingToMeasure(
    'the recordings with references are not there: ../shared/evaldata beside the project, or the folder that ' +
      'PAROLO_EVALDATA names, must hold refs.tsv',
  )
}
