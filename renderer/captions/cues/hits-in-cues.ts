import type { Cue } from '#core/captions/cues'
import { paragraphText } from '#core/transcript/transcript'
import type { FindState } from '../../editor/find/use-find.ts'

/** A hit in a line of a caption, or the part of it in that line. */
export interface LineHit {
  readonly line: number
  readonly from: number
  readonly to: number
  readonly isNow: boolean
}

/**
 * The hits to mark in each caption, by its index. None where the lines hold more than what was searched (names,
 * dashes) or have changed since.
 */
export function hitsInCues(
  { transcript, hits, now }: Pick<FindState, 'transcript' | 'hits' | 'now'>,
  cues: readonly Cue[],
): ReadonlyMap<number, readonly LineHit[]> {
  const found = new Map<number, LineHit[]>()
  for (const [at, { paragraphId, from, to }] of hits.entries()) {
    const index = Number(paragraphId)
    const searched = transcript.paragraphs[index]
    const lines = cues[index]?.lines ?? []
    if (searched === undefined || lines.map(({ text }) => text).join(' ') !== paragraphText(searched))
      continue
    const inLines = found.get(index) ?? []
    let start = 0
    for (const [line, { text }] of lines.entries()) {
      const span = { from: Math.max(0, from - start), to: Math.min(text.length, to - start) }
      if (span.from < span.to) inLines.push({ line, ...span, isNow: at === now })
      start += text.length + 1
    }
    found.set(index, inLines)
  }
  return found
}
