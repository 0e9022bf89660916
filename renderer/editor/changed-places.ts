import type { Transcript } from '#core/transcript/transcript'

export interface ChangedPlace {
  readonly fromWordId: string
  readonly toWordId: string
}

/** Runs of words that a person wrote or changed, in reading order. */
export function changedPlaces({ paragraphs }: Pick<Transcript, 'paragraphs'>): ChangedPlace[] {
  const places: { fromWordId: string; toWordId: string }[] = []
  for (const { words } of paragraphs) {
    let isRun = false
    for (const { id, origin } of words) {
      const isChanged = origin === 'edited' || origin === 'written'
      const last = places.at(-1)
      if (isChanged && isRun && last !== undefined) last.toWordId = id
      else if (isChanged) places.push({ fromWordId: id, toWordId: id })
      isRun = isChanged
    }
  }
  return places
}

/** The place after one, round the end. */
export function nextChange(places: readonly ChangedPlace[], index: number): number {
  return places.length === 0 ? -1 : (index + 1) % places.length
}
