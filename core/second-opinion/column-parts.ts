import type { Paragraph, Word } from '../transcript/transcript.ts'
import type { Difference } from './difference.ts'

/** A part of a paragraph: equal in both texts, or a difference. */
export interface ColumnPart {
  readonly now: readonly Word[]
  readonly other: readonly Word[]
  readonly difference: Difference | null
}

/**
 * A paragraph in parts, in order: for a difference, `now` and `other` are its two texts; elsewhere both are
 * the words of the transcript.
 * @param differences of the paragraph; those whose words have changed are ignored
 */
export function columnParts(
  { words }: Pick<Paragraph, 'words'>,
  differences: readonly Difference[],
): ColumnPart[] {
  const indexOf = new Map(words.map(({ id }, index) => [id, index]))
  const placed = differences
    .flatMap((difference) => {
      const { now, wordBeforeId, wordAfterId } = difference
      const before = wordBeforeId === null ? -1 : indexOf.get(wordBeforeId)
      const from =
        now[0] === undefined ? (before === undefined ? undefined : before + 1) : indexOf.get(now[0].id)
      if (from === undefined || (words[from + now.length]?.id ?? null) !== wordAfterId) return []
      return [{ from, to: from + now.length, difference }]
    })
    .sort((a, b) => a.from - b.from || a.to - b.to)
  const parts: ColumnPart[] = []
  let at = 0
  const same = (to: number): void => {
    const some = words.slice(at, to)
    if (some.length > 0) parts.push({ now: some, other: some, difference: null })
  }
  for (const { from, to, difference } of placed) {
    if (from < at) continue
    same(from)
    parts.push({ now: words.slice(from, to), other: difference.words, difference })
    at = to
  }
  same(words.length)
  return parts
}
