import { useCallback, useSyncExternalStore } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Cue } from '#core/captions/cues'
import type { TimeSpan } from '#core/transcript/time-span'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import type { Side } from './edge-limits.ts'

/** An edge of a caption while it is dragged; the caption gets its time on release. */
export interface DraggedEdge {
  /** Index of the caption. */
  readonly index: number
  readonly side: Side
  readonly ms: number
  /** By how much all that follow move with it; omitted if they stay. */
  readonly laterMs?: number
}

interface Dragging {
  readonly edge: DraggedEdge | null
}

const stores = new WeakMap<CaptionEditor, StoreApi<Dragging>>()

/** One per editor of captions: the edge is in the waveform, the list and the figures follow it. */
function storeOf(editor: CaptionEditor): StoreApi<Dragging> {
  const known = stores.get(editor)
  if (known !== undefined) return known
  const made = createStore<Dragging>(() => ({ edge: null }))
  stores.set(editor, made)
  return made
}

export function setDraggedEdge(editor: CaptionEditor, edge: DraggedEdge | null): void {
  storeOf(editor).setState({ edge })
}

export function useDraggedEdge(editor: CaptionEditor): DraggedEdge | null {
  const store = storeOf(editor)
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store])
  return useSyncExternalStore(subscribe, () => store.getState().edge)
}

/** The times of a caption while an edge of it is dragged, or of one before it with all that follow. */
export function draggedSpan({ index, startMs, endMs }: Cue, edge: DraggedEdge | null): TimeSpan {
  if (edge === null || !isMovedBy(index, edge)) return { startMs, endMs }
  const { side, ms, laterMs } = edge
  if (laterMs !== undefined && (index > edge.index || side === 'start'))
    return { startMs: startMs + laterMs, endMs: endMs + laterMs }
  return { startMs: side === 'start' ? ms : startMs, endMs: side === 'end' ? ms : endMs }
}

/** The caption with those times, for display; the same object if it does not move. */
export function withDraggedEdge(cue: Cue, edge: DraggedEdge | null): Cue {
  return edge !== null && isMovedBy(cue.index, edge) ? { ...cue, ...draggedSpan(cue, edge) } : cue
}

const isMovedBy = (index: number, edge: DraggedEdge): boolean =>
  index === edge.index || (index > edge.index && edge.laterMs !== undefined)
