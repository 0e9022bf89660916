import { useCallback, useSyncExternalStore } from 'react'
import { createStore } from 'zustand/vanilla'
import {
  centred,
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
  /** Pages turn with the sound; a person who pans away stops that, until the sound is sought again. */
  readonly turnsPages: boolean
}

export interface WaveStore {
  readonly state: WaveState
  subscribe(listener: () => void): () => void
  setRoom(room: WaveRoom): void
  /** By the person: pages turn no more until the sound is seen again. */
  zoom(factor: number, x: number): void
  setNearness(near: number, x: number): void
  pan(byPixels: number): void
  /** Puts a time into the middle. */
  centre(ms: number): void
  /** The sound is at `ms` and plays. */
  follow(ms: number): void
  /** The sound was put at `ms`: it shall be seen. */
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
    centre: (ms) => {
      const { view, room } = store.getState()
      set(centred(view, room, ms), true)
    },
    follow: (ms) => {
      const { view, room, turnsPages } = store.getState()
      const next = followed(view, room, ms)
      if (turnsPages) set(next, true)
      // What plays came into sight again by itself.
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
