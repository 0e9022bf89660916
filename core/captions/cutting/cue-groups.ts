import type { Mark, Paragraph } from '../../transcript/transcript.ts'
import type { CaptionRules } from '../caption-rules.ts'
import type { ParagraphMarks } from '../marks/mark-index.ts'
import { fixedReaches, type Reach, wideMarks } from '../marks/mark-reaches.ts'
import { paragraphSpan } from '../../transcript/paragraph-span.ts'

/**
 * Exceeds the pause that always begins a new cue by so much that neither lingering, nor the minimum duration,
 * nor a moved start extends across it: the cues on both sides are independent.
 */
const APART_MS = 1_500

export interface CueGroups {
  /** Indexes of the paragraphs of each group, in reading order. */
  readonly groups: readonly (readonly number[])[]
  /** Marks with ends in two paragraphs. */
  readonly wide: ReadonlyMap<Mark, Reach>
}

/**
 * Paragraphs in groups separated by long pauses. The times that marks give to cues count like those of words; groups
 * connected by a mark or by a fixed cue are merged.
 * @param marks those of each paragraph
 */
export function groupsApart(
  paragraphs: readonly Paragraph[],
  marks: readonly ParagraphMarks[],
  rules: CaptionRules,
): CueGroups {
  const startsMs = new Float64Array(paragraphs.length)
  const endsMs = new Float64Array(paragraphs.length)
  const spoken: number[] = []
  let isInOrder = true
  for (const [place, paragraph] of paragraphs.entries()) {
    if (paragraph.words.length === 0) continue
    const { startMs, endMs } = paragraphSpan(paragraph)
    const { earliestMs = Infinity, latestMs = -Infinity } = marks[place] ?? {}
    startsMs[place] = Math.min(startMs, earliestMs)
    endsMs[place] = Math.max(endMs, latestMs)
    const before = spoken.at(-1)
    if (before !== undefined && !((startsMs[place] ?? 0) >= (startsMs[before] ?? 0))) isInOrder = false
    spoken.push(place)
  }
  if (!isInOrder) spoken.sort((a, b) => (startsMs[a] ?? 0) - (startsMs[b] ?? 0))
  const groups: number[][] = []
  let group: number[] | undefined
  let untilMs = -Infinity
  for (const place of spoken) {
    if (group === undefined || (startsMs[place] ?? 0) - untilMs > rules.pauseMs + APART_MS)
      groups.push((group = [place]))
    else group.push(place)
    untilMs = Math.max(untilMs, endsMs[place] ?? 0)
  }
  const wide = wideMarks(marks)
  const joined = joinGroups(groups, [...wide.values(), ...fixedReaches(marks)])
  if (!isInOrder) for (const each of joined) each.sort((a, b) => a - b)
  return { groups: joined, wide }
}

/** Merges groups that something extends across, including those between them in time. */
function joinGroups(groups: number[][], reaches: readonly Reach[]): number[][] {
  if (reaches.length === 0) return groups
  const groupOf = new Map(groups.flatMap((group, at) => group.map((place) => [place, at] as const)))
  /** For each group, the index of the last group to merge it with. */
  const until = groups.map((_, at) => at)
  for (const { from, to } of reaches) {
    let [first, last] = [Infinity, -1]
    for (let place = from; place <= to; place += 1) {
      const group = groupOf.get(place)
      if (group === undefined) continue
      first = Math.min(first, group)
      last = Math.max(last, group)
    }
    if (last > (until[first] ?? Infinity)) until[first] = last
  }
  const joined: number[][] = []
  let reach = -1
  for (const [at, group] of groups.entries()) {
    const before = joined.at(-1)
    if (before !== undefined && at <= reach) before.push(...group)
    else joined.push(group)
    reach = Math.max(reach, until[at] ?? at)
  }
  return joined
}
