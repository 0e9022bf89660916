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

/** The times of a caption while an edge of it is dragged. */
export function draggedSpan({ index, startMs, endMs }: Cue, edge: DraggedEdge | null): TimeSpan {
  if (edge?.index !== index) return { startMs, endMs }
  return {
    startMs: edge.side === 'start' ? edge.ms : startMs,
    endMs: edge.side === 'end' ? edge.ms : endMs,
  }
}

/** The caption with those times, for display; the same object if none of its edges is dragged. */
export function withDraggedEdge(cue: Cue, edge: DraggedEdge | null): Cue {
  return edge?.index === cue.index ? { ...cue, ...draggedSpan(cue, edge) } : cue
}
