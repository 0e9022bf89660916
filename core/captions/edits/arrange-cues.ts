import { applyEdits } from '../../edits/apply-edits.ts'
import type { Edit } from '../../edits/edit.ts'
import { captionsEndMs, shownMs } from '../../transcript/caption-timing.ts'
import type { Cue } from '../cues.ts'
import type { CueContext } from './cue-context.ts'
import { addMark, keepParts, removeMark, setMark, setsSame, setTime, type MarkValue } from './mark-edits.ts'
import { timesOnFrames } from './times-on-frames.ts'
import { windowCues } from './window-cues.ts'
import { idAt, marksIn, type PlaceRange, type WordOrder } from './word-order.ts'

/** More consecutive hidden words than occur in practice. */
const SEARCHED_WORDS = 1_000

/** A cue that a person asked for: its words, and its times in case the rules do not allow it. */
export interface WantedCue extends PlaceRange {
  readonly startMs: number
  readonly endMs: number
  readonly isFixed: boolean
}

export interface ArrangeOptions {
  /** Edits of other marks on the same words, applied first. */
  readonly also?: readonly Edit[]
  /** Its words are kept together from the start, as when cues are joined. */
  readonly isTogether?: boolean
}

/**
 * The edits after which these words make exactly these cues. If the rules allow it, Parolo still cuts the
 * cue: `break-before` marks set its edges, and if that is not enough its words are kept together. Otherwise
 * it becomes a fixed cue with the given times.
 * @param wanted in order, each beginning where the previous one ends
 */
export function arrangeCues(
  context: CueContext,
  order: WordOrder,
  wanted: readonly WantedCue[],
  { also = [], isTogether = false }: ArrangeOptions = {},
): Edit[] {
  const limited = wanted.map((cue) => withinRecording(context, timesOnFrames(context, cue)))
  const begun = { ...context, transcript: applied(context, also) }
  const after = firstShownAfter(begun, order, limited)
  // A fixed cue is one anyway; kept together, its words would be on one line, however long.
  let plan: Planned[] = limited.map((cue) => ({
    cue,
    isTogether: isTogether && cue.to > cue.from && !cue.isFixed,
  }))
  for (;;) {
    const edits = editsFor(begun, order, plan, after)
    const missed = missedCues({ ...begun, transcript: applied(begun, edits) }, order, plan)
    if (missed.size === 0) return [...also, ...(isTogether ? joiningFirst(edits) : edits)]
    plan = plan.map((each) => (missed.has(each) ? stricter(each) : each))
  }
}

/** The first edit names the step of undo: edits that join two cues come before those that set their edges. */
function joiningFirst(edits: readonly Edit[]): Edit[] {
  const rank = (edit: Edit): number => {
    if (edit.kind === 'remove-mark') return edit.markKind === 'break-before' ? 0 : 2
    return edit.kind === 'set-mark' && edit.mark.kind === 'no-break' ? 1 : 3
  }
  return edits.toSorted((a, b) => rank(a) - rank(b))
}

interface Planned {
  readonly cue: WantedCue
  readonly isTogether: boolean
}

/** First keeps the words together; if that was not enough, fixes the cue. */
function stricter({ cue, isTogether }: Planned): Planned {
  if (isTogether || cue.from === cue.to) return { cue: { ...cue, isFixed: true }, isTogether: false }
  return { cue, isTogether: true }
}

function applied({ transcript }: CueContext, edits: readonly Edit[]): CueContext['transcript'] {
  return edits.length === 0 ? transcript : applyEdits(transcript, edits).transcript
}

/** Marks may not extend beyond the end of the recording. */
function withinRecording({ durationMs, transcript }: CueContext, cue: WantedCue): WantedCue {
  if (durationMs <= 0) return cue
  const lastMs = captionsEndMs(durationMs, transcript.captionTiming)
  return { ...cue, startMs: Math.min(cue.startMs, lastMs), endMs: Math.min(cue.endMs, lastMs) }
}

function editsFor(
  context: CueContext,
  order: WordOrder,
  plan: readonly Planned[],
  after: number | null,
): Edit[] {
  const whole = { from: plan[0]?.cue.from ?? 0, to: plan.at(-1)?.cue.to ?? 0 }
  const borders = [...plan.map(({ cue }) => cue.from), whole.to + 1]
  return [
    ...edgeEdits(context, order, whole, plan, after),
    ...lineEdits(context, order, plan),
    ...cutAtBorders(context, order, whole, borders),
    ...plan
      .filter(({ isTogether }) => isTogether)
      .map(({ cue }) => addMark(context, order, cue, { kind: 'no-break', value: null })),
  ]
}

type Edge = Extract<MarkValue, { kind: 'break-before' | 'cue-start' | 'cue-end' }>

/** Marks of starts and ends: correct ones stay, others are changed, added or removed. */
function edgeEdits(
  context: CueContext,
  order: WordOrder,
  whole: PlaceRange,
  plan: readonly Planned[],
  after: number | null,
): Edit[] {
  const needed = new Map<string, { place: number; edge: Edge }>()
  const need = (place: number, edge: Edge): void => void needed.set(`${edge.kind} ${place}`, { place, edge })
  for (const { cue } of plan) {
    if (cue.isFixed) {
      need(cue.from, { kind: 'cue-start', value: setTime(cue.startMs, context) })
      need(cue.to, { kind: 'cue-end', value: setTime(cue.endMs, context) })
    } else need(cue.from, { kind: 'break-before', value: null })
  }
  const kinds = ['break-before', 'cue-start', 'cue-end'] as const
  if (plan.at(-1)?.cue.isFixed !== true && after !== null) {
    const there = marksIn(order, context.transcript.marks, kinds, { from: after, to: after })
    const isCut = there.some(({ mark }) => mark.kind !== 'cue-end')
    if (!isCut) need(after, { kind: 'break-before', value: null })
  }

  const edits: Edit[] = []
  for (const { mark, from } of marksIn(order, context.transcript.marks, kinds, whole)) {
    const key = `${mark.kind} ${from}`
    const want = needed.get(key)
    needed.delete(key)
    if (want === undefined) edits.push(removeMark(context, mark))
    else if (!setsSame(context, mark, want.edge)) {
      edits.push(setMark(context, order, { from, to: from }, { ...mark, ...want.edge }))
    }
  }
  const added = [...needed.values()].map(({ place, edge }) =>
    addMark(context, order, { from: place, to: place }, edge),
  )
  return [...edits, ...added]
}

/** A line break at the start of a cue has no meaning. */
function lineEdits(context: CueContext, order: WordOrder, plan: readonly Planned[]): Edit[] {
  return plan.flatMap(({ cue: { from } }) =>
    marksIn(order, context.transcript.marks, ['line-break'], { from, to: from }).map(({ mark }) =>
      removeMark(context, mark),
    ),
  )
}

/** Words are not kept together across the border between cues. */
function cutAtBorders(
  context: CueContext,
  order: WordOrder,
  whole: PlaceRange,
  borders: readonly number[],
): Edit[] {
  return marksIn(order, context.transcript.marks, ['no-break'], whole).flatMap((placed) => {
    const inside = borders.filter((border) => border > placed.from && border <= placed.to)
    if (inside.length === 0) return []
    const starts = [placed.from, ...inside]
    const parts = starts.map((from, index) => ({ from, to: (starts[index + 1] ?? placed.to + 1) - 1 }))
    const kept = parts.filter(({ from, to }) => to > from)
    return keepParts(context, order, placed, kept)
  })
}

/** The planned cues that did not become one cue of exactly their words. */
function missedCues(context: CueContext, order: WordOrder, plan: readonly Planned[]): Set<Planned> {
  const open = plan.filter(({ cue }) => !cue.isFixed)
  if (open.length === 0) return new Set()
  const cues = cuesAround(
    context,
    order,
    plan.map(({ cue }) => cue),
  )
  return new Set(open.filter(({ cue }) => !isMade(order, cue, cues)))
}

function cuesAround(context: CueContext, order: WordOrder, wanted: readonly WantedCue[]): Cue[] {
  const { captionTiming } = context.transcript
  const startMs = Math.min(
    ...wanted.map((cue) => Math.min(cue.startMs, shownMs(wordsStart(order, cue), captionTiming))),
  )
  const endMs = Math.max(
    ...wanted.map((cue) => Math.max(cue.endMs, shownMs(wordsEnd(order, cue), captionTiming))),
  )
  return windowCues(context, context.transcript, { startMs, endMs })
}

/** Where the next cue begins, skipping hidden words. Null if nothing is near. */
function firstShownAfter(context: CueContext, order: WordOrder, wanted: readonly WantedCue[]): number | null {
  const shown = new Set(cuesAround(context, order, wanted).flatMap(({ wordIds }) => wordIds))
  const after = (wanted.at(-1)?.to ?? 0) + 1
  const until = Math.min(order.length, after + SEARCHED_WORDS)
  for (let place = after; place < until; place += 1) if (shown.has(idAt(order, place))) return place
  return null
}

const wordsStart = (order: WordOrder, { from }: PlaceRange): number => order.at(from)?.startMs ?? 0
const wordsEnd = (order: WordOrder, { to }: PlaceRange): number => order.at(to)?.endMs ?? 0

/** If all words are hidden, there is no cue to make. */
function isMade(order: WordOrder, { from, to }: PlaceRange, cues: readonly Cue[]): boolean {
  const ids = new Set<string>()
  for (let place = from; place <= to; place += 1) ids.add(idAt(order, place))
  const owners = cues.filter(({ wordIds }) => wordIds.some((id) => ids.has(id)))
  return owners.length <= 1 && owners.every(({ wordIds }) => wordIds.every((id) => ids.has(id)))
}
