import type { Mark, Paragraph } from '../transcript/transcript.ts'
import { fixedRanges } from './fixed-ranges.ts'
import type { CaptionRules } from './rules.ts'

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
  rules: CaptionRules,
): readonly CueGroup[] {
  const { spans, reaches, times } = marks.length === 0 ? noPlaces : placesOfMarks(paragraphs, marks)
  const spoken = paragraphs
    .map((paragraph, place) => ({ paragraph, place, ...spanOf(paragraph, times.get(place)) }))
    .filter(({ paragraph }) => paragraph.words.length > 0)
    .sort((a, b) => a.startMs - b.startMs)
  const groups: number[][] = []
  let untilMs = -Infinity
  for (const { place, startMs, endMs } of spoken) {
    const group = groups.at(-1)
    if (group === undefined || startMs - untilMs > rules.pauseMs + APART_MS) groups.push([place])
    else group.push(place)
    untilMs = Math.max(untilMs, endMs)
  }
  const marksAt = Map.groupBy(spans, ({ from }) => from)
  return joinGroups(groups, [...spans, ...reaches]).map((group) => {
    const places = group.toSorted((a, b) => a - b)
    return {
      paragraphs: places.flatMap((place) => paragraphs[place] ?? []),
      marks: places
        .flatMap((place) => marksAt.get(place) ?? [])
        .sort((a, b) => a.index - b.index)
        .map(({ mark }) => mark),
    }
  })
}

/** The first and last paragraph of something, in reading order. */
interface Reach {
  readonly from: number
  readonly to: number
}

interface MarkSpan extends Reach {
  readonly mark: Mark
  /** Its index in the transcript: of two marks, the later one has the say. */
  readonly index: number
}

interface MarkPlaces {
  /** The paragraphs that each mark covers; a mark whose words are gone has no effect and is left out. */
  readonly spans: readonly MarkSpan[]
  /** The paragraphs of fixed cues that have more than one. */
  readonly reaches: readonly Reach[]
  /** The times that marks set, by paragraph. */
  readonly times: ReadonlyMap<number, readonly number[]>
}

const noPlaces: MarkPlaces = { spans: [], reaches: [], times: new Map() }

/** More words than any paragraph has: paragraph and word as one number in reading order. */
const PLACES = 2 ** 26

function placesOfMarks(paragraphs: readonly Paragraph[], marks: readonly Mark[]): MarkPlaces {
  const ends = new Set(marks.flatMap(({ fromWordId, toWordId }) => [fromWordId, toWordId]))
  const placeOf = new Map<string, number>()
  for (const [place, { words }] of paragraphs.entries()) {
    for (const [at, { id }] of words.entries()) if (ends.has(id)) placeOf.set(id, place * PLACES + at)
  }
  const paragraphOf = (place: number): number => Math.floor(place / PLACES)
  const spans: MarkSpan[] = []
  const times = new Map<number, number[]>()
  for (const [index, mark] of marks.entries()) {
    const [a, b] = [placeOf.get(mark.fromWordId), placeOf.get(mark.toWordId)]
    if (a === undefined || b === undefined) continue
    const [from, to] = [paragraphOf(Math.min(a, b)), paragraphOf(Math.max(a, b))]
    spans.push({ mark, index, from, to })
    if ((mark.kind !== 'cue-start' && mark.kind !== 'cue-end') || !Number.isFinite(mark.value)) continue
    const known = times.get(from)
    if (known === undefined) times.set(from, [mark.value])
    else known.push(mark.value)
  }
  const reaches = fixedRanges(marks, (id) => placeOf.get(id))
    .map(({ from, to }) => ({ from: paragraphOf(from), to: paragraphOf(to) }))
    .filter(({ from, to }) => from !== to)
  return { spans, reaches, times }
}

/** Merges groups that something reaches across, including those between them in time. */
function joinGroups(groups: readonly number[][], reaches: readonly Reach[]): readonly number[][] {
  const wide = reaches.filter(({ from, to }) => from !== to)
  if (wide.length === 0) return groups
  const groupOf = new Map(groups.flatMap((group, index) => group.map((place) => [place, index] as const)))
  /** For each group, the index of the last group to merge it with. */
  const until = groups.map((_, index) => index)
  for (const { from, to } of wide) {
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
  for (const [index, group] of groups.entries()) {
    const before = joined.at(-1)
    if (before !== undefined && index <= reach) before.push(...group)
    else joined.push([...group])
    reach = Math.max(reach, until[index] ?? index)
  }
  return joined
}

/** Words of a paragraph in an imported file may be out of order. */
function spanOf(
  { words }: Paragraph,
  times: readonly number[] | undefined,
): { startMs: number; endMs: number } {
  let startMs = Infinity
  let endMs = -Infinity
  for (const word of words) {
    startMs = Math.min(startMs, word.startMs)
    endMs = Math.max(endMs, word.startMs, word.endMs)
  }
  for (const ms of times ?? []) {
    startMs = Math.min(startMs, ms)
    endMs = Math.max(endMs, ms)
  }
  return { startMs, endMs }
}
