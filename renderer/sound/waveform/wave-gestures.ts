import type { Player } from '../player/player.ts'
import { segmentsBetween, type SegmentColumns } from './segment-columns.ts'
import type { WaveStore } from './wave-store.ts'
import { timeAt } from './wave-view.ts'

/** Movement below which a press is a click. */
const CLICK_PX = 4
/** Zoom per wheel unit; one notch of a mouse wheel is 100, a pinch is many small events. */
const WHEEL_ZOOM = 0.0025
/** Pixels per line for wheel events that count lines (Firefox). */
const LINE_PX = 16

interface Finger {
  x: number
  readonly startX: number
}

/**
 * Pointer and wheel input of the waveform. A click seeks, with Shift it extends the selection, unless the view has its
 * own use for clicks with a key (`takeKeyClicks`); dragging selects; a
 * double click selects the turn; the wheel pans, with Ctrl (or a pinch on a touchpad) it zooms; the middle button, Alt
 * or one finger pans; two fingers zoom. Returns the function that stops it.
 */
export function attachWaveGestures(
  element: HTMLElement,
  { wave, player, turns }: { wave: WaveStore; player: Player; turns: () => SegmentColumns },
): () => void {
  const controller = new AbortController()
  const { signal } = controller
  const fingers = new Map<number, Finger>()
  let mode: 'none' | 'press' | 'select' | 'pan' | 'pinch' = 'none'
  let anchorMs = 0

  const xOf = (event: MouseEvent): number => event.clientX - element.getBoundingClientRect().left
  const timeOf = (event: MouseEvent): number => {
    const ms = timeAt(wave.state.view, xOf(event))
    return Math.round(Math.max(0, Math.min(ms, player.state.durationMs)))
  }
  const selectTo = (ms: number): void => {
    if (ms === anchorMs) return
    player.select({ startMs: Math.min(anchorMs, ms), endMs: Math.max(anchorMs, ms) })
  }

  element.addEventListener(
    'pointerdown',
    (event) => {
      const isTouch = event.pointerType === 'touch'
      if (event.button !== 0 && event.button !== 1) return
      if (
        event.target instanceof Element &&
        event.target.closest('[role=slider],button,[data-control]') !== null
      ) {
        return
      }
      fingers.set(event.pointerId, { x: xOf(event), startX: xOf(event) })
      element.setPointerCapture(event.pointerId)
      anchorMs = timeOf(event)
      if (fingers.size === 2) mode = 'pinch'
      else if (event.button === 1 || event.altKey) mode = 'pan'
      else mode = isTouch ? 'pan' : 'press'
      // The middle button would start the browser's autoscroll.
      if (event.button === 1) event.preventDefault()
    },
    { signal },
  )
  element.addEventListener(
    'pointermove',
    (event) => {
      const finger = fingers.get(event.pointerId)
      if (finger === undefined) return
      const x = xOf(event)
      if (mode === 'press' && Math.abs(x - finger.startX) >= CLICK_PX && !event.shiftKey) mode = 'select'
      if (mode === 'select') selectTo(timeOf(event))
      else if (mode === 'pan') wave.pan(finger.x - x)
      else if (mode === 'pinch') pinch(finger, x)
      finger.x = x
    },
    { signal },
  )
  const pinch = (moving: Finger, x: number): void => {
    const other = [...fingers.values()].find((finger) => finger !== moving)
    if (other === undefined) return
    const before = Math.abs(moving.x - other.x)
    const after = Math.abs(x - other.x)
    if (before > 8 && after > 8) wave.zoom(before / after, (x + other.x) / 2)
  }
  const end = (event: PointerEvent): void => {
    const finger = fingers.get(event.pointerId)
    fingers.delete(event.pointerId)
    if (finger === undefined || event.type === 'pointercancel') {
      mode = 'none'
      return
    }
    const isTap = Math.abs(finger.x - finger.startX) < CLICK_PX
    if (isTap && event.button === 0 && (mode === 'press' || mode === 'pan')) click(event)
    mode = 'none'
  }
  const click = (event: PointerEvent): void => {
    const ms = timeOf(event)
    const { selection } = player.state
    const key = event.shiftKey ? 'shift' : event.ctrlKey || event.metaKey ? 'mod' : null
    if (key !== null && wave.keyClick(ms, key)) return
    if (event.shiftKey) {
      // Extends from the end that stays: the one further away or, without a selection, the playhead.
      const middle = selection === null ? 0 : (selection.startMs + selection.endMs) / 2
      anchorMs =
        selection === null ? Math.round(player.positionMs) : ms < middle ? selection.endMs : selection.startMs
      selectTo(ms)
      return
    }
    if (selection !== null && (ms < selection.startMs || ms > selection.endMs)) player.select(null)
    player.seek(ms)
    wave.show(ms)
  }
  element.addEventListener('pointerup', end, { signal })
  element.addEventListener('pointercancel', end, { signal })
  element.addEventListener(
    'dblclick',
    (event) => {
      // Each of the two clicks had its own effect.
      if (event.shiftKey || event.ctrlKey || event.metaKey) return
      if (event.target instanceof Element && event.target.closest('[data-control]') !== null) return
      const ms = timeOf(event)
      const columns = turns()
      const [from, to] = segmentsBetween(columns, ms, ms + 1)
      for (let turn = to - 1; turn >= from; turn--) {
        const endMs = columns.ends[turn] ?? 0
        if (endMs <= ms) continue
        player.select({ startMs: columns.starts[turn] ?? 0, endMs })
        return
      }
    },
    { signal },
  )
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1
      if (event.ctrlKey || event.metaKey) {
        wave.zoom(Math.exp(event.deltaY * unit * WHEEL_ZOOM), xOf(event))
        return
      }
      const along = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.deltaY
      wave.pan(along * unit)
    },
    // A passive listener could not keep the page from scrolling or zooming.
    { signal, passive: false },
  )
  return () => controller.abort()
}
