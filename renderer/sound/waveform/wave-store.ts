import { useCallback, useSyncExternalStore } from 'react'
import { createStore } from 'zustand/vanilla'
import {
  centered,
  clampedView,
  firstView,
  followed,
  panned,
  type WaveRoom,
  type WaveView,
  withNearness,
  zoomed,
} from './wave-view.ts'

export interface WaveState {
  readonly view: WaveView
  readonly room: WaveRoom
  /** True while the view pages along with playback; panning turns it off until the next seek. */
  readonly turnsPages: boolean
}

export interface WaveStore {
  readonly state: WaveState
  subscribe(listener: () => void): () => void
  setRoom(room: WaveRoom): void
  /** Zoom by the user: paging stops until the playhead is visible again. */
  zoom(factor: number, x: number): void
  setNearness(near: number, x: number): void
  pan(byPixels: number): void
  /** Centers a time. */
  center(ms: number): void
  /** Playback has reached `ms`. */
  follow(ms: number): void
  /** A seek to `ms`: makes it visible. */
  show(ms: number): void
}

export function createWaveStore(): WaveStore {
  const nowhere: WaveRoom = { durationMs: 0, width: 0 }
  const store = createStore<WaveState>(() => ({
    view: firstView(nowhere),
    room: nowhere,
    turnsPages: true,
  }))
  const set = (view: WaveView, turnsPages: boolean): void => {
    const before = store.getState()
    const isSame = view.startMs === before.view.startMs && view.msPerPixel === before.view.msPerPixel
    if (isSame && turnsPages === before.turnsPages) return
    store.setState({ view: isSame ? before.view : view, turnsPages })
  }
  return {
    get state() {
      return store.getState()
    },
    subscribe: (listener) => store.subscribe(listener),
    setRoom: (room) => {
      const before = store.getState()
      if (room.durationMs === before.room.durationMs && room.width === before.room.width) return
      const isFirst = before.room.width === 0 || before.room.durationMs === 0
      store.setState({ room, view: isFirst ? firstView(room) : clampedView(before.view, room) })
    },
    zoom: (factor, x) => {
      const { view, room, turnsPages } = store.getState()
      set(zoomed(view, room, factor, x), turnsPages)
    },
    setNearness: (near, x) => {
      const { view, room, turnsPages } = store.getState()
      set(withNearness(view, room, near, x), turnsPages)
    },
    pan: (byPixels) => {
      const { view, room } = store.getState()
      set(panned(view, room, byPixels), false)
    },
    center: (ms) => {
      const { view, room } = store.getState()
      set(centered(view, room, ms), true)
    },
    follow: (ms) => {
      const { view, room, turnsPages } = store.getState()
      const next = followed(view, room, ms)
      if (turnsPages) set(next, true)
      // The playhead came back into view by itself.
      else if (next === view) set(view, true)
    },
    show: (ms) => {
      const { view, room } = store.getState()
      if (room.width > 0) set(followed(view, room, ms), true)
    },
  }
}

export function useWave<Part>(store: WaveStore, part: (state: WaveState) => Part): Part {
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store])
  return useSyncExternalStore(subscribe, () => part(store.state))
}
