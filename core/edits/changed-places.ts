import type { Transcript, Word } from '../transcript/transcript.ts'

export interface ChangedPlace {
  readonly fromWordId: string
  readonly toWordId: string
}

export function isChanged({ origin }: Pick<Word, 'origin'>): boolean {
  return origin === 'edited' || origin === 'written'
}

/** Runs of words that a person typed or changed, by the indexes of their first and last word. */
export function changedRuns(words: readonly Word[]): { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number }[] = []
  for (const [index, word] of words.entries()) {
    if (!isChanged(word)) continue
    const run = runs.at(-1)
    if (run?.last === index - 1) run.last = index
    else runs.push({ first: index, last: index })
  }
  return runs
}

export function changedPlaces({ paragraphs }: Pick<Transcript, 'paragraphs'>): ChangedPlace[] {
  return paragraphs.flatMap(({ words }) =>
    changedRuns(words).map(({ first, last }) => ({
      fromWordId: words[first]?.id ?? '',
      toWordId: words[last]?.id ?? '',
    })),
  )
}

/** The index of the next place, wrapping around at the end. */
export function nextChange(places: readonly ChangedPlace[], index: number): number {
  return places.length === 0 ? -1 : (index + 1) % places.length
}
