import type { Mark, Paragraph, Transcript } from '../../transcript/transcript.ts'
import { changedRun, type ChangedRun } from '../changed-run.ts'
import { keptTranslation } from './kept-translation.ts'

/**
 * Adjusts marks after words were removed: a mark that lost an end moves it to its nearest remaining word, and a mark
 * that lost all its words is dropped, but for translations. Returns `after` itself when no mark is affected.
 */
export function followMarks(before: Transcript, after: Transcript): Transcript {
  if (after.marks.length === 0) return after
  const run = changedRun(before, after)
  const gone = removedWords(run)
  if (gone.size === 0) return after
  const isDamaged = (mark: Mark): boolean => gone.has(mark.fromWordId) || gone.has(mark.toWordId)
  if (!after.marks.some(isDamaged)) return after

  // Most marks lie inside the changed run; the order of the other words is rarely needed.
  let { order, placeOf } = orderOf(run.before)
  const isInside = (mark: Mark): boolean => placeOf.has(mark.fromWordId) && placeOf.has(mark.toWordId)
  if (!after.marks.every((mark) => !isDamaged(mark) || isInside(mark))) {
    ;({ order, placeOf } = orderOf(before.paragraphs))
  }
  const marks = after.marks.flatMap((mark): Mark[] => {
    if (!isDamaged(mark)) return [mark]
    const from = placeOf.get(mark.fromWordId)
    const to = placeOf.get(mark.toWordId)
    if (from === undefined || to === undefined) return []
    const left = order.slice(from, to + 1).filter((id) => !gone.has(id))
    const first = left[0]
    const last = left.at(-1)
    if (first !== undefined && last !== undefined) return [{ ...mark, fromWordId: first, toWordId: last }]
    const kept = keptTranslation(mark, before, after)
    return kept === null ? [] : [kept]
  })
  return { ...after, marks }
}

function orderOf(paragraphs: readonly Paragraph[]): { order: string[]; placeOf: Map<string, number> } {
  const order = paragraphs.flatMap(({ words }) => words.map((word) => word.id))
  return { order, placeOf: new Map(order.map((id, index) => [id, index])) }
}

function removedWords({ before, after }: ChangedRun): Set<string> {
  const kept = new Set(after)
  const known = new Set(before)
  const gone = new Set<string>()
  for (const paragraph of before) {
    if (!kept.has(paragraph)) for (const word of paragraph.words) gone.add(word.id)
  }
  for (const paragraph of after) {
    if (!known.has(paragraph)) for (const word of paragraph.words) gone.delete(word.id)
  }
  return gone
}
