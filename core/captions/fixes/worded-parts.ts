import type { Cue } from '../cues.ts'
import type { PlaceRange } from '../edits/word-order.ts'
import type { PinnedCue } from './pinned-cues.ts'

/** Parts of a cue that has its own wording: the text is cut as given, its words in the same proportion. */
export function wordedParts(
  cue: Cue,
  text: string,
  range: PlaceRange,
  parts: readonly Cue[],
): PinnedCue[] | null {
  const count = range.to - range.from + 1
  if (count < parts.length) return null
  const opening = openingOf(cue, text)
  const length = Math.max(
    1,
    parts.reduce((sum, part) => sum + lengthOf(part), 0),
  )
  let before = 0
  let from = range.from
  return parts.map((part, index): PinnedCue => {
    before += lengthOf(part)
    const left = parts.length - 1 - index
    const until = range.from + Math.round((count * before) / length) - 1
    // Every part has at least one word.
    const to = left === 0 ? range.to : Math.min(Math.max(from, until), range.to - left)
    const lines = part.lines.map(({ text: line }) => line).join('\n')
    const wording = index === 0 && lines.startsWith(opening) ? lines.slice(opening.length) : lines
    const pinned = { from, to, startMs: part.startMs, endMs: part.endMs, wording }
    from = to + 1
    return pinned
  })
}

/** The name or dash before a wording. */
function openingOf({ lines }: Cue, text: string): string {
  const [first = ''] = text.split('\n')
  const line = lines[0]?.text ?? ''
  return line.endsWith(first) ? line.slice(0, line.length - first.length) : ''
}

const lengthOf = ({ lines }: Cue): number => lines.reduce((sum, { text }) => sum + text.length, 0)
