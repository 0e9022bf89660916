import { useCallback, useSyncExternalStore } from 'react'
import { createStore } from 'zustand/vanilla'
import type { TimeSpan } from '#core/transcript/time-span'
import { WaveFolds } from './wave-folds.ts'
import {
  centered,
  clampedView,
  firstView,
  followed,
  panned,
  type WaveExtent,
  type WaveView,
  withNearness,
  zoomed,
} from './wave-view.ts'

export interface WaveState {
  readonly view: WaveView
  readonly extent: WaveExtent
  /** True while the view pages along with playback; panning turns it off until the next seek. */
  readonly turnsPages: boolean
  /** How much higher than by default peaks are drawn, from 1: a quiet voice becomes visible. */
  readonly heightening: number
  /** The word whose edges are shown. */
  readonly label: WaveLabel | null
}

/** A word below the waveform, centered at a time. */
export interface WaveLabel {
  readonly ms: number
  readonly text: string
}

/** A click with a key held: Shift, or Ctrl (Command on a Mac). */
export type KeyClick = 'shift' | 'mod'

/** Beyond this, the noise of most rooms fills the waveform. */
export const MOST_HEIGHTENING = 16

export interface WaveStore {
  readonly state: WaveState
  /** Gives clicks with a key another effect until the returned function is called. */
  takeKeyClicks(run: (ms: number, key: KeyClick) => void): () => void
  /** Such a click; false if it has the effect that it has everywhere. */
  keyClick(ms: number, key: KeyClick): boolean
  subscribe(listener: () => void): () => void
  setExtent(extent: WaveExtent): void
  /** Zoom by the user: paging stops until the playhead is visible again. */
  zoom(factor: number, x: number): void
  setNearness(near: number, x: number): void
  pan(byPixels: number): void
  setLabel(label: WaveLabel | null): void
  /** Shows these stretches folded: in order, apart from one another. */
  setFolds(spans: readonly TimeSpan[]): void
  /** Draws peaks this many times as high, within limits. */
  heighten(heightening: number): void
  /** Centers a time. */
  center(ms: number): void
  /** Playback has reached `ms`. */
  follow(ms: number): void
  /** A seek to `ms`: makes it visible. */
  show(ms: number): void
}

export function createWaveStore(): WaveStore {
  const nowhere: WaveExtent = { durationMs: 0, width: 0 }
  const store = createStore<WaveState>(() => ({
    view: firstView(nowhere),
    extent: nowhere,
    turnsPages: true,
    heightening: 1,
    label: null,
  }))
  let runKeyClick: ((ms: number, key: KeyClick) => void) | null = null
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
    takeKeyClicks: (run) => {
      runKeyClick = run
      return () => {
        if (runKeyClick === run) runKeyClick = null
      }
    },
    keyClick: (ms, key) => {
      runKeyClick?.(ms, key)
      return runKeyClick !== null
    },
    subscribe: (listener) => store.subscribe(listener),
    setFolds: (spans) => {
      const { view, extent, turnsPages } = store.getState()
      const { folds: _former, ...unfolded } = view
      if (spans.length === 0 && view.folds === undefined) return
      const next = spans.length === 0 ? unfolded : { ...unfolded, folds: new WaveFolds(spans) }
      store.setState({ view: clampedView(next, extent), turnsPages })
    },
    setLabel: (label) => store.setState({ label }),
    heighten: (heightening) =>
      store.setState({ heightening: Math.min(MOST_HEIGHTENING, Math.max(1, heightening)) }),
    setExtent: (extent) => {
      const before = store.getState()
      if (extent.durationMs === before.extent.durationMs && extent.width === before.extent.width) return
      const isFirst = before.extent.width === 0 || before.extent.durationMs === 0
      store.setState({
        extent,
        view: isFirst ? firstView(extent, before.view.folds) : clampedView(before.view, extent),
      })
    },
    zoom: (factor, x) => {
      const { view, extent, turnsPages } = store.getState()
      set(zoomed(view, extent, factor, x), turnsPages)
    },
    setNearness: (near, x) => {
      const { view, extent, turnsPages } = store.getState()
      set(withNearness(view, extent, near, x), turnsPages)
    },
    pan: (byPixels) => {
      const { view, extent } = store.getState()
      set(panned(view, extent, byPixels), false)
    },
    center: (ms) => {
      const { view, extent } = store.getState()
      set(centered(view, extent, ms), true)
    },
    follow: (ms) => {
      const { view, extent, turnsPages } = store.getState()
      const next = followed(view, extent, ms)
      if (turnsPages) set(next, true)
      // The playhead came back into view by itself.
      else if (next === view) set(view, true)
    },
    show: (ms) => {
      const { view, extent } = store.getState()
      if (extent.width > 0) set(followed(view, extent, ms), true)
    },
  }
}

export function useWave<Part>(store: WaveStore, part: (state: WaveState) => Part): Part {
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store])
  return useSyncExternalStore(subscribe, () => part(store.state))
}
