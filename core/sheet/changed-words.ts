import type { Transcript } from '../transcript/transcript.ts'

export interface WordShares {
  readonly all: number
  /** Words typed or changed by a person. */
  readonly changed: number
  /** Words that a person changed, or accepted as they are. */
  readonly checked: number
}

/** Counts of a transcript's words. */
export function wordShares({ paragraphs, marks }: Pick<Transcript, 'paragraphs' | 'marks'>): WordShares {
  const ends = new Map(
    marks.flatMap((mark) => (mark.kind === 'accepted' ? [[mark.fromWordId, mark.toWordId] as const] : [])),
  )
  let all = 0
  let changed = 0
  let checked = 0
  let accepted: string | undefined
  for (const { words } of paragraphs) {
    for (const { id, origin } of words) {
      all++
      accepted ??= ends.get(id)
      const isChanged = origin === 'edited' || origin === 'written'
      if (isChanged) changed++
      if (isChanged || accepted !== undefined) checked++
      if (accepted === id) accepted = undefined
    }
  }
  return { all, changed, checked }
}
