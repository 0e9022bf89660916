import type { Correction, CorrectionCode } from '../format.ts'

/** Corrections by which something of a file is not in the document. */
export const droppedCodes = [
  'tags-dropped',
  'settings-dropped',
  'word-times-dropped',
  'content-dropped',
  'text-without-time',
  'mark-dropped',
  'former-words-dropped',
] as const satisfies readonly CorrectionCode[]
export type DroppedCode = (typeof droppedCodes)[number]

/** How often something of a kind was left out. */
export interface Dropped {
  readonly code: DroppedCode
  readonly count: number
}

/** What a reader left out, in the order of `droppedCodes`; kinds that do not occur are omitted. */
export const droppedIn = (corrections: readonly Pick<Correction, 'code'>[]): Dropped[] =>
  addedUp(
    corrections.flatMap(({ code }) => {
      const dropped = droppedCodes.find((known) => known === code)
      return dropped === undefined ? [] : [{ code: dropped, count: 1 }]
    }),
  )

/** The counts of several files together. */
export const addedUp = (all: readonly Dropped[]): Dropped[] =>
  droppedCodes
    .map((code) => ({
      code,
      count: all.reduce((sum, one) => sum + (one.code === code ? one.count : 0), 0),
    }))
    .filter(({ count }) => count > 0)
