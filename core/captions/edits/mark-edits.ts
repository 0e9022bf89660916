import type { Edit, RemoveMarkEdit, SetMarkEdit } from '../../edits/edit.ts'
import type { KnownMark } from '../../transcript/marks/mark.ts'
import { storedMs } from '../../transcript/caption-timing.ts'
import type { Mark, Transcript } from '../../transcript/transcript.ts'
import { shownCueMs } from '../timing/cues-in-time.ts'
import type { CueContext } from './cue-context.ts'
import { idAt, marksIn, type PlacedMark, type PlaceRange, type WordOrder } from './word-order.ts'

/** The kind and the value of a mark, without its place. */
export type MarkValue = {
  [Kind in KnownMark['kind']]: Pick<Extract<KnownMark, { kind: Kind }>, 'kind' | 'value'>
}[KnownMark['kind']]

type Timed = Pick<CueContext, 'rules'> & { readonly transcript: Pick<Transcript, 'captionTiming'> }

/** The value of a mark that sets a time of a cue, from when it is shown. */
export const setTime = (ms: number, { transcript }: Timed): number => storedMs(ms, transcript.captionTiming)

/** Whether a mark already sets what another would. */
export function setsSame({ transcript, rules }: Timed, mark: Mark, wanted: MarkValue): boolean {
  if (mark.kind !== wanted.kind) return false
  if (mark.value === wanted.value) return true
  if (mark.kind !== 'cue-start' && mark.kind !== 'cue-end') return false
  const shown = (ms: MarkValue['value']): number | null =>
    typeof ms === 'number' ? shownCueMs(ms, transcript.captionTiming, rules.frames) : null
  // Before the start of the film, many times are shown at 0.
  const at = shown(mark.value)
  return at !== 0 && at === shown(wanted.value)
}

/** Adds a mark to a range of words. */
export function addMark(
  { newId }: Pick<CueContext, 'newId'>,
  order: WordOrder,
  { from, to }: PlaceRange,
  value: MarkValue,
): SetMarkEdit {
  const mark: Mark = { id: newId(), fromWordId: idAt(order, from), toWordId: idAt(order, to), ...value }
  return setMark({ newId }, order, { from, to }, mark)
}

/** Adds a mark unchanged, or moves the one with its id to its words. */
export function setMark(
  { newId }: Pick<CueContext, 'newId'>,
  order: WordOrder,
  { from, to }: PlaceRange,
  mark: Mark,
): SetMarkEdit {
  const near = { startMs: order.at(from)?.startMs ?? 0, endMs: order.at(to)?.endMs ?? 0 }
  return { kind: 'set-mark', id: newId(), mark, near }
}

export function removeMark({ newId }: Pick<CueContext, 'newId'>, mark: Mark): RemoveMarkEdit {
  return { kind: 'remove-mark', id: newId(), markId: mark.id, markKind: mark.kind }
}

type SpanKind = 'hide' | 'italic' | 'no-break'

/** Marks all words of a range: a mark that covers some of them is extended, others are absorbed. */
export function coverRange(
  context: Pick<CueContext, 'newId' | 'transcript'>,
  order: WordOrder,
  range: PlaceRange,
  kind: SpanKind,
): Edit[] {
  const [first, ...others] = marksIn(order, context.transcript.marks, [kind], range)
  if (first === undefined) return [addMark(context, order, range, { kind, value: null })]
  const all = [first, ...others]
  const from = Math.min(range.from, ...all.map((each) => each.from))
  const to = Math.max(range.to, ...all.map((each) => each.to))
  const edits: Edit[] = others.map(({ mark }) => removeMark(context, mark))
  if (from === first.from && to === first.to) return edits
  return [setMark(context, order, { from, to }, onWords(order, first.mark, { from, to })), ...edits]
}

/** Removes the words of a range from marks, which keep the words before and after it. */
export function uncoverRange(
  context: Pick<CueContext, 'newId' | 'transcript'>,
  order: WordOrder,
  range: PlaceRange,
  kind: SpanKind,
): Edit[] {
  // Fewer than two words cannot be kept together.
  const least = kind === 'no-break' ? 2 : 1
  return marksIn(order, context.transcript.marks, [kind], range).flatMap((placed) => {
    const left = { from: placed.from, to: range.from - 1 }
    const right = { from: range.to + 1, to: placed.to }
    const parts = [left, right].filter(({ from, to }) => to - from + 1 >= least)
    return keepParts(context, order, placed, parts)
  })
}

/** Reduces a mark to parts of its words; removes it if there are none. */
export function keepParts(
  context: Pick<CueContext, 'newId'>,
  order: WordOrder,
  { mark }: PlacedMark,
  [first, ...others]: readonly PlaceRange[],
): Edit[] {
  if (first === undefined) return [removeMark(context, mark)]
  return [
    setMark(context, order, first, onWords(order, mark, first)),
    ...others.map((part) =>
      setMark(context, order, part, onWords(order, { ...mark, id: context.newId() }, part)),
    ),
  ]
}

function onWords(order: WordOrder, mark: Mark, { from, to }: PlaceRange): Mark {
  return { ...mark, fromWordId: idAt(order, from), toWordId: idAt(order, to) }
}
