import type { CueProblemKind } from '#core/captions/cue-problems'
import type { Cue } from '#core/captions/cues'

export interface CueFilter {
  /** Only captions that break a rule. */
  readonly only: 'all' | 'problems'
  /** Only captions with a line of this speaker; null: all speakers. */
  readonly speakerId: string | null
  /** The rules whose captions count as problems; null: all. */
  readonly kinds: ReadonlySet<CueProblemKind> | null
}

export const everyCue: CueFilter = { only: 'all', speakerId: null, kinds: null }

/** Indexes of the captions that pass a filter, in order. `problems`: the problems by caption. */
export function filterCues(
  cues: readonly Cue[],
  problems: { readonly has: (index: number) => boolean },
  { only, speakerId }: Pick<CueFilter, 'only' | 'speakerId'>,
): number[] {
  return cues
    .filter(({ index }) => only === 'all' || problems.has(index))
    .filter(({ lines }) => speakerId === null || lines.some((line) => line.speakerId === speakerId))
    .map(({ index }) => index)
}

/** Indexes of the listed captions, with the one being edited; null for all. */
export function shownRows(
  cues: readonly Cue[],
  broken: ReadonlySet<number>,
  filter: CueFilter,
  edited: number | null,
): readonly number[] | null {
  if (filter.only === 'all' && filter.speakerId === null) return null
  const rows = filterCues(cues, broken, filter)
  return edited === null || rows.includes(edited) ? rows : [...rows, edited].toSorted((a, b) => a - b)
}

/**
 * The next (or previous) of `indices` after `now`, wrapping around; null if there are none. Indices are
 * ascending.
 */
export function problemFrom(indices: readonly number[], now: number, step: 1 | -1): number | null {
  const ahead = step === 1 ? indices.find((index) => index > now) : indices.findLast((index) => index < now)
  return ahead ?? (step === 1 ? indices[0] : indices.at(-1)) ?? null
}
