import type { Mark, Word } from '../../transcript/transcript.ts'

/** The first and last word of a mark, before an edit or after it; undefined: outside of what the edit changed. */
interface EndWords {
  readonly first: Word | undefined
  readonly last: Word | undefined
}

/**
 * A cut of which some words were deleted from the text: their sound stays cut, as if a person had set its edges there, so that
 * what was struck is not heard again. Words typed in their place have their time.
 */
export function cutWithTime(mark: Mark, before: EndWords, now: EndWords): Mark {
  if (mark.kind !== 'cut') return mark
  const { startMs, endMs } = mark.value
  const start = isLater(before.first, now.first) ? before.first?.startMs : undefined
  const end = isLater(now.last, before.last) ? before.last?.endMs : undefined
  const kept = {
    ...(startMs === undefined && start !== undefined ? { startMs: start } : {}),
    ...(endMs === undefined && end !== undefined ? { endMs: end } : {}),
  }
  return Object.keys(kept).length === 0 ? mark : { ...mark, value: { ...mark.value, ...kept } }
}

const isLater = (word: Word | undefined, other: Word | undefined): boolean =>
  word !== undefined && other !== undefined && other.id !== word.id && other.startMs >= word.endMs
