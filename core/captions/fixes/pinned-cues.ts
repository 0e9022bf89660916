import type { Edit } from '../../edits/edit.ts'
import type { CueContext } from '../edits/cue-context.ts'
import {
  addMark,
  keepParts,
  removeMark,
  setMark,
  setsSame,
  setTime,
  type MarkValue,
} from '../edits/mark-edits.ts'
import { marksIn, type PlacedMark, type PlaceRange, type WordOrder } from '../edits/word-order.ts'

/** A cue whose words, times and, if given, lines are set by marks. */
export interface PinnedCue extends PlaceRange {
  readonly startMs: number
  readonly endMs: number
  /** The first words of its lines after the first; omitted: its lines are cut by the rules. */
  readonly lineStarts?: readonly number[]
  /** The text that replaces its words; omitted: unchanged. */
  readonly wording?: string
}

type Edge = Extract<MarkValue, { kind: 'cue-start' | 'cue-end' }>

const kinds = ['break-before', 'cue-start', 'cue-end', 'line-break', 'no-break', 'wording'] as const

/** The edits that turn these words into exactly these cues. All are made in one pass, so many cost little. */
export function pinCues(context: CueContext, order: WordOrder, cues: readonly PinnedCue[]): Edit[] {
  const ranges = cues.toSorted((a, b) => a.from - b.from)
  const owners = new Map<number, PinnedCue>()
  for (const cue of ranges) for (let at = cue.from; at <= cue.to; at++) owners.set(at, cue)
  const whole = { from: ranges[0]?.from ?? 0, to: ranges.at(-1)?.to ?? -1 }
  const placed = marksIn(order, context.transcript.marks, kinds, whole)
  return [
    ...edgeEdits(context, order, ranges, owners, placed),
    ...lineEdits(context, order, ranges, owners, placed),
    ...borderEdits(context, order, ranges, placed),
    ...wordingEdits(context, order, ranges, owners, placed),
  ]
}

type Placed = readonly PlacedMark[]
type Owners = ReadonlyMap<number, PinnedCue>

function edgeEdits(
  context: CueContext,
  order: WordOrder,
  cues: readonly PinnedCue[],
  owners: Owners,
  placed: Placed,
): Edit[] {
  const needed = new Map<string, { place: number; edge: Edge }>()
  for (const { from, to, startMs, endMs } of cues) {
    const start: Edge = { kind: 'cue-start', value: setTime(startMs, context) }
    const end: Edge = { kind: 'cue-end', value: setTime(endMs, context) }
    needed.set(`cue-start ${from}`, { place: from, edge: start })
    needed.set(`cue-end ${to}`, { place: to, edge: end })
  }
  const edits: Edit[] = []
  for (const { mark, from } of placed) {
    if (mark.kind !== 'break-before' && mark.kind !== 'cue-start' && mark.kind !== 'cue-end') continue
    if (!owners.has(from)) continue
    const key = `${mark.kind} ${from}`
    const want = needed.get(key)
    needed.delete(key)
    if (want === undefined) edits.push(removeMark(context, mark))
    else if (!setsSame(context, mark, want.edge))
      edits.push(setMark(context, order, { from, to: from }, { ...mark, ...want.edge }))
  }
  const added = [...needed.values()].map(({ place, edge }) =>
    addMark(context, order, { from: place, to: place }, edge),
  )
  return [...edits, ...added]
}

/** A line break at the start of a cue has no meaning; others change only if lines are given. */
function lineEdits(
  context: CueContext,
  order: WordOrder,
  cues: readonly PinnedCue[],
  owners: Owners,
  placed: Placed,
): Edit[] {
  const missing = new Set(cues.flatMap(({ lineStarts = [] }) => lineStarts))
  const edits: Edit[] = []
  for (const { mark, from } of placed) {
    if (mark.kind !== 'line-break') continue
    const owner = owners.get(from)
    if (owner === undefined) continue
    const isKept = owner.lineStarts === undefined ? from !== owner.from : owner.lineStarts.includes(from)
    if (!isKept || (owner.lineStarts !== undefined && !missing.delete(from)))
      edits.push(removeMark(context, mark))
  }
  const lines = [...missing].map((place) =>
    addMark(context, order, { from: place, to: place }, { kind: 'line-break', value: null }),
  )
  // Without a line break, a cue stays on one line only if its words are kept together.
  const together = cues
    .filter(({ from, to, lineStarts }) => lineStarts?.length === 0 && to > from)
    .filter((cue) => !placed.some((each) => each.mark.kind === 'no-break' && covers(each, cue)))
    .map((cue) => addMark(context, order, cue, { kind: 'no-break', value: null }))
  return [...edits, ...lines, ...together]
}

const covers = (outer: PlaceRange, inner: PlaceRange): boolean =>
  outer.from <= inner.from && outer.to >= inner.to

/** Words are not kept together across the border between cues. */
function borderEdits(
  context: CueContext,
  order: WordOrder,
  cues: readonly PinnedCue[],
  placed: Placed,
): Edit[] {
  const borders = [...new Set(cues.flatMap(({ from, to }) => [from, to + 1]))].toSorted((a, b) => a - b)
  return placed.flatMap((each) => {
    if (each.mark.kind !== 'no-break') return []
    const inside = borders.filter((border) => border > each.from && border <= each.to)
    if (inside.length === 0) return []
    const starts = [each.from, ...inside]
    const parts = starts.map((from, index) => ({ from, to: (starts[index + 1] ?? each.to + 1) - 1 }))
    return keepParts(
      context,
      order,
      each,
      parts.filter(({ from, to }) => to > from),
    )
  })
}

/** A cue's own wording follows its words, cut where they are cut. */
function wordingEdits(
  context: CueContext,
  order: WordOrder,
  cues: readonly PinnedCue[],
  owners: Owners,
  placed: Placed,
): Edit[] {
  const gone = placed.filter(
    ({ mark, from }) => mark.kind === 'wording' && owners.get(from)?.wording !== undefined,
  )
  return [
    ...gone.map(({ mark }) => removeMark(context, mark)),
    ...cues.flatMap((cue) =>
      cue.wording === undefined
        ? []
        : [addMark(context, order, cue, { kind: 'wording', value: cue.wording })],
    ),
  ]
}
