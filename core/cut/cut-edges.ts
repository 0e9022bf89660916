import type { Edit } from '../edits/edit.ts'
import { setMarkEdit } from '../edits/kinds/set-mark.ts'
import type { CutStretch } from '../transcript/cut-reason.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Mark, Transcript } from '../transcript/transcript.ts'
import { cutPieces, type PieceSource } from './cut-pieces.ts'
import type { WantedCut } from './find-kept-spans.ts'
import { cutSpans } from './joins.ts'
import type { KeptSpans } from './kept-spans.ts'
import { edgeMs, quietestEdge } from './quiet-edges.ts'

export type CutSide = 'start' | 'end'

/** What is cut at an edge: a mark on words, one of deleted words, or a stretch without words. */
type EdgeSource =
  | { readonly mark: Extract<Mark, { kind: 'cut' | 'cut-sound' }> }
  | { readonly stretch: CutStretch }

/** An edge of a cut that a person can move. */
export interface CutEdge {
  readonly side: CutSide
  /** Where it is, in ms that need not be whole. */
  readonly ms: number
  /** How far it can be moved: to the next kept word or cut outside, and almost to the other edge inside. */
  readonly minMs: number
  readonly maxMs: number
  /** True if a person set that of cut words, so that it can be set back to the quietest place. */
  readonly isSet: boolean
  readonly source: EdgeSource
}

const timeKeys = { start: 'startMs', end: 'endMs' } as const

/** What is left of a cut whose edges are moved towards each other, in ms; with a video at least a frame. */
const SHORTEST_MS = 20
/** How far an edge goes to a quiet place when it is dropped, in ms. */
const SNAP_MS = 60

export interface ShownCut extends WantedCut {
  readonly transcript: Transcript
  readonly stretches: readonly CutStretch[]
  /** As it was found with all this. */
  readonly kept: KeptSpans
}

/** The edges of one cut of a recording; an edge at which a kept word is said within what is cut is left out. */
export function findCutEdges(shown: ShownCut, cut: TimeSpan): CutEdge[] {
  const { pieces, keptWords } = cutPieces(shown)
  const own = pieces.filter(({ startMs, endMs }) => startMs < cut.endMs && endMs > cut.startMs)
  const [first, last] = [own[0], own.at(-1)]
  if (first === undefined || last === undefined) return []
  const whole = {
    startMs: shown.part?.startMs ?? 0,
    endMs: Math.min(shown.part?.endMs ?? Infinity, shown.durationMs),
  }
  const others = cutSpans(shown.kept)
  const outside = {
    startMs: Math.max(whole.startMs, others.findLast(({ endMs }) => endMs < cut.startMs)?.endMs ?? 0),
    endMs: Math.min(whole.endMs, others.find(({ startMs }) => startMs > cut.endMs)?.startMs ?? Infinity),
  }
  const wordEndMs = keptWords.between(outside.startMs, cut.startMs).at(-1)?.endMs ?? 0
  const wordStartMs = keptWords.between(cut.endMs, outside.endMs)[0]?.startMs ?? Infinity
  const { frames } = shown
  const frameMs = frames === undefined ? 0 : (1_000 * frames.denominator) / frames.numerator
  const shortestMs = Math.max(SHORTEST_MS, frameMs)
  const edges: CutEdge[] = []
  const add = (side: CutSide, source: PieceSource, within: TimeSpan): void => {
    const of = sourceOf(source, shown.stretches)
    if (!source.isEdge || of === null) return
    // In the order of the text, words of several tracks may be said before those that the mark begins with.
    const { startMs = -Infinity, endMs = Infinity } = 'mark' in of ? of.mark.value : of.stretch
    const limits =
      side === 'start'
        ? { startMs: within.startMs, endMs: Math.min(within.endMs, endMs - shortestMs) }
        : { startMs: Math.max(within.startMs, startMs + shortestMs), endMs: within.endMs }
    if (limits.endMs < limits.startMs) return
    const ms = side === 'start' ? cut.startMs : cut.endMs
    edges.push({
      side,
      ms,
      minMs: Math.ceil(limits.startMs),
      maxMs: Math.floor(limits.endMs),
      isSet: 'mark' in of && of.mark.kind === 'cut' && of.mark.value[timeKeys[side]] !== undefined,
      source: of,
    })
  }
  add('start', first.starts, {
    startMs: Math.max(outside.startMs, wordEndMs),
    endMs: Math.min(first.starts.endMs, cut.endMs) - shortestMs,
  })
  add('end', last.ends, {
    startMs: Math.max(last.ends.startMs, cut.startMs) + shortestMs,
    endMs: Math.min(outside.endMs, wordStartMs),
  })
  return edges
}

function sourceOf({ of }: PieceSource, stretches: readonly CutStretch[]): EdgeSource | null {
  if ('kind' in of) return of.kind === 'cut' || of.kind === 'cut-sound' ? { mark: of } : null
  const stretch = stretches.find((each) => each === of)
  return stretch === undefined ? null : { stretch }
}

/** The quietest place near a time to which an edge is moved, in whole ms; with a video at a frame. */
export function snappedEdge({ rate, frames, loudness }: ShownCut, edge: CutEdge, ms: number): number {
  const grid = { rate, ...(frames === undefined ? {} : { frames }) }
  const span = { startMs: Math.max(edge.minMs, ms - SNAP_MS), endMs: Math.min(edge.maxMs, ms + SNAP_MS) }
  const found = loudness === null ? null : quietestEdge(span, ms, grid, loudness)
  return Math.round(found === null ? ms : edgeMs(found, grid))
}

/** What changes when an edge is moved: an edit of the text, or a row of the recording. */
export type EdgeChange = { readonly edit: Edit } | { readonly stretch: CutStretch }

/**
 * Sets an edge of a cut.
 * @param ms moved to the limits of the edge, and not over the other one where its source has that as well
 */
export function setCutEdge(
  transcript: Transcript,
  { source, side, minMs, maxMs }: CutEdge,
  ms: number,
  newId: () => string,
): EdgeChange {
  const { startMs = -Infinity, endMs = Infinity } = 'stretch' in source ? source.stretch : source.mark.value
  const within = Math.min(Math.max(Math.round(ms), minMs), maxMs)
  const changed = {
    [timeKeys[side]]:
      side === 'start' ? Math.min(within, endMs - SHORTEST_MS) : Math.max(within, startMs + SHORTEST_MS),
  }
  if ('stretch' in source) return { stretch: { ...source.stretch, ...changed } }
  const { mark } = source
  return {
    edit: setMarkEdit(transcript, {
      id: newId(),
      mark:
        mark.kind === 'cut'
          ? { ...mark, value: { ...mark.value, ...changed } }
          : { ...mark, value: { ...mark.value, ...changed } },
    }),
  }
}

/** Edits of one step that set edges back to the quietest place, those that a person set. */
export function resetCutEdges(
  transcript: Transcript,
  edges: readonly CutEdge[],
  newId: () => string,
): Edit[] {
  const changed = new Map<string, Mark>()
  for (const { source, side, isSet } of edges) {
    if (!isSet || !('mark' in source) || source.mark.kind !== 'cut') continue
    const before = changed.get(source.mark.id) ?? source.mark
    if (before.kind !== 'cut') continue
    const { [timeKeys[side]]: _set, ...value } = before.value
    changed.set(before.id, { ...before, value })
  }
  return [...changed.values()].map((mark) => setMarkEdit(transcript, { id: newId(), mark }))
}
