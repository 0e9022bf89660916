import { useCallback, useSyncExternalStore } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { timeOnFrame } from '#core/frames/frame-grid'
import type { FrameGrid } from '#core/frames/video-frames'
import type { Player } from '../../sound/player/player.ts'
import { type CaptionEditor, sameCue } from '../editing/caption-editor.ts'
import { moveEdges } from './move-edges.ts'
import { firstToTap, tapCaption, tappedSpan } from './tap-mode.ts'

export interface TapState {
  readonly isOn: boolean
  /** Playback position where the currently held key was pressed. */
  readonly pressedMs: number | null
}

const stores = new WeakMap<CaptionEditor, StoreApi<TapState>>()

/** One per editor of captions, shared by the keys, the button and the status. */
export function tapStoreOf(editor: CaptionEditor): StoreApi<TapState> {
  const known = stores.get(editor)
  if (known !== undefined) return known
  const made = createStore<TapState>(() => ({ isOn: false, pressedMs: null }))
  stores.set(editor, made)
  return made
}

export function useTap<Part>(editor: CaptionEditor, select: (state: TapState) => Part): Part {
  const store = tapStoreOf(editor)
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store])
  return useSyncExternalStore(subscribe, () => select(store.getState()))
}

/**
 * Starts with the edited caption, else with the one at the playhead or after it; does nothing without
 * captions.
 */
export function toggleTap(editor: CaptionEditor, player: Pick<Player, 'positionMs'>): void {
  if (tapStoreOf(editor).getState().isOn) {
    leaveTap(editor)
    return
  }
  const first = firstToTap(editor.cues, editor.state.index, player.positionMs)
  if (first === null) return
  if (first !== editor.state.index) editor.edit(first)
  tapStoreOf(editor).setState({ isOn: true, pressedMs: null })
}

export function leaveTap(editor: CaptionEditor): void {
  tapStoreOf(editor).setState({ isOn: false, pressedMs: null })
}

export function pressTap(editor: CaptionEditor, positionMs: number): void {
  tapStoreOf(editor).setState({ pressedMs: positionMs })
}

/**
 * Sets the caption to the span in which the key was held, as one step of undo, and moves to the next. With
 * frames, times lie on them.
 */
export function releaseTap(
  editor: CaptionEditor,
  player: Pick<Player, 'positionMs' | 'state' | 'select'>,
  frames: FrameGrid | null,
): void {
  const store = tapStoreOf(editor)
  const { pressedMs } = store.getState()
  store.setState({ pressedMs: null })
  const span =
    pressedMs === null
      ? null
      : tappedSpan(timeOnFrame(pressedMs, frames), timeOnFrame(player.positionMs, frames))
  const { cues, rules, newId } = editor.context()
  const index = firstToTap(cues, editor.state.index, pressedMs ?? 0)
  const tapped = index === null ? undefined : cues[index]
  if (span === null || tapped === undefined) return
  const stepId = newId()
  for (const { cue, startMs, endMs } of tapCaption(cues, tapped.index, span, rules)) {
    moveEdges(editor, player, sameCue(editor.cues, cue), { startMs, endMs }, { stepId, frames })
  }
  const next = sameCue(editor.cues, tapped) + 1
  if (next < editor.cues.length) editor.edit(next)
  else leaveTap(editor)
}
