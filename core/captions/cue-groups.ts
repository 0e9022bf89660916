import type { Mark, Paragraph } from '../transcript/transcript.ts'
import type { MarkIndex } from './mark-index.ts'
import type { CaptionRules } from './rules.ts'
import type { TimeSpan } from '../transcript/time-span.ts'

/**
 * Longer than the pause that always begins a new cue by enough that neither lingering, nor the shortest duration, nor
 * a moved start reaches across it: the cues on both sides are independent.
 */
const APART_MS = 1_500

export interface CueGroup {
  /** In reading order. */
  readonly paragraphs: readonly Paragraph[]
  readonly marks: readonly Mark[]
}

/**
 * Paragraphs in groups separated by long pauses, each with its marks. The times that marks give to cues count like
 * those of words; groups connected by a mark or by a fixed cue are merged.
 */
export function groupsApart(
  paragraphs: readonly Paragraph[],
  marks: readonly Mark[],
  index: MarkIndex,
  rules: CaptionRules,
): readonly CueGroup[] {
  index.update(paragraphs, marks)
  const spoken = paragraphs
    .map((paragraph, place) => ({ place, ...spanOf(paragraph, index) }))
    .filter(({ place }) => (paragraphs[place]?.words.length ?? 0) > 0)
    .sort((a, b) => a.startMs - b.startMs)
  const groups: number[][] = []
  let untilMs = -Infinity
  for (const { place, startMs, endMs } of spoken) {
    const group = groups.at(-1)
    if (group === undefined || startMs - untilMs > rules.pauseMs + APART_MS) groups.push([place])
    else group.push(place)
    untilMs = Math.max(untilMs, endMs)
  }
  const wide = wideMarks(paragraphs, index)
  const reaches = [...wide.values(), ...fixedReaches(paragraphs, index)]
  return joinGroups(groups, reaches).map((group) => {
    const own = group.toSorted((a, b) => a - b).flatMap((place) => paragraphs[place] ?? [])
    return { paragraphs: own, marks: marksOf(own, marks, wide, index) }
  })
}

/** The first and last paragraph of something, in reading order. */
interface Reach {
  readonly from: number
  readonly to: number
}

/** Marks with ends in two paragraphs; one of which only one end is left has no effect. */
function wideMarks(paragraphs: readonly Paragraph[], index: MarkIndex): Map<Mark, Reach> {
  const firsts = new Map<Mark, number>()
  const wide = new Map<Mark, Reach>()
  for (const [place, paragraph] of paragraphs.entries()) {
    for (const mark of index.of(paragraph).halves) {
      const from = firsts.get(mark)
      if (from === undefined) firsts.set(mark, place)
      else wide.set(mark, { from, to: place })
    }
  }
  return wide
}

/** Fixed cues of more than one paragraph. */
function fixedReaches(paragraphs: readonly Paragraph[], index: MarkIndex): Reach[] {
  const reaches: Reach[] = []
  let open: number | null = null
  for (const [place, paragraph] of paragraphs.entries()) {
    const { closes, stops, opens } = index.of(paragraph)
    if (closes && open !== null) reaches.push({ from: open, to: place })
    if (stops) open = opens ? place : null
  }
  return reaches
}

function marksOf(
  paragraphs: readonly Paragraph[],
  marks: readonly Mark[],
  wide: ReadonlyMap<Mark, Reach>,
  index: MarkIndex,
): readonly Mark[] {
  const lists = paragraphs.map((paragraph) => index.of(paragraph))
  const [only] = lists
  if (only === undefined) return []
  const own = new Set(lists.flatMap(({ halves }) => halves.filter((mark) => wide.has(mark))))
  if (own.size === 0) return lists.length === 1 ? only.begun : lists.flatMap(({ begun }) => begun)
  for (const { begun } of lists) for (const mark of begun) own.add(mark)
  // Of two marks on a word the later one counts.
  return marks.filter((mark) => own.has(mark))
}

/** Merges groups that something reaches across, including those between them in time. */
function joinGroups(groups: readonly number[][], reaches: readonly Reach[]): readonly number[][] {
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
    else joined.push([...group])
    reach = Math.max(reach, until[at] ?? at)
  }
  return joined
}

/** Paragraphs are not changed in place. */
const wordSpans = new WeakMap<Paragraph, TimeSpan>()

function spanOf(paragraph: Paragraph, index: MarkIndex): TimeSpan {
  const known = wordSpans.get(paragraph)
  const span = known ?? wordSpan(paragraph)
  if (known === undefined) wordSpans.set(paragraph, span)
  const { earliestMs, latestMs } = index.of(paragraph)
  return { startMs: Math.min(span.startMs, earliestMs), endMs: Math.max(span.endMs, latestMs) }
}

/** Words of a paragraph in an imported file may be out of order. */
function wordSpan({ words }: Paragraph): TimeSpan {
  let startMs = Infinity
  let endMs = -Infinity
  for (const word of words) {
    startMs = Math.min(startMs, word.startMs)
    endMs = Math.max(endMs, word.startMs, word.endMs)
  }
  return { startMs, endMs }
}
