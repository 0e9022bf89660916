import type { Cue } from '#core/captions/cues'

export interface CueFilter {
  /** Only captions that break a rule. */
  readonly only: 'all' | 'problems'
  /** Only captions with a line of this speaker; null: all speakers. */
  readonly speakerId: string | null
}

export const everyCue: CueFilter = { only: 'all', speakerId: null }

/** Indexes of the captions that pass a filter, in order. `problems`: the problems by caption. */
export function filterCues(
  cues: readonly Cue[],
  problems: { readonly has: (index: number) => boolean },
  { only, speakerId }: CueFilter,
): number[] {
  return cues
    .filter(({ index }) => only === 'all' || problems.has(index))
    .filter(({ lines }) => speakerId === null || lines.some((line) => line.speakerId === speakerId))
    .map(({ index }) => index)
}
