/** Why something is cut: a person struck it, or chose one of the kinds of places that the program finds. */
export const cutReasons = ['person', 'filler', 'repetition', 'pause', 'no-words'] as const
export type CutReason = (typeof cutReasons)[number]

export const isCutReason = (value: unknown): value is CutReason =>
  cutReasons.some((reason) => reason === value)

/** A stretch of the recording that is cut although it has no words, in whole ms; a row of the recording. */
export interface CutStretch {
  readonly id: string
  readonly startMs: number
  readonly endMs: number
  readonly reason: CutReason
}

/** By time, then by id, so that the order is stable. */
export const byStart = (a: Omit<CutStretch, 'reason'>, b: Omit<CutStretch, 'reason'>): number =>
  a.startMs - b.startMs || a.endMs - b.endMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
