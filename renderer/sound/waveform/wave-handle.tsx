import { type PointerEvent, type ReactNode, useId, useRef } from 'react'
import { exactTime } from '#core/notation/lengths'
import { useLocale } from '../../ui/words.tsx'
import type { TimeSpan } from '#core/transcript/time-span'
import { classNames } from '../../ui/class-names.ts'
import styles from './dock.module.css'
import type { WaveStore } from './wave-store.ts'
import { xAt, timeAt, type WaveView } from './wave-view.ts'

export interface WaveHandleProps {
  /** What the waveform shows. */
  readonly wave: { readonly state: { readonly view: WaveView } }
  readonly label: string
  readonly description?: string
  readonly ms: number
  /** Its current position, as `ms` may be updated later: keys move it from there. */
  readonly nowMs?: () => number
  /** The time as text for screen readers; default: in hundredths of a second. */
  readonly timeText?: (ms: number) => string
  readonly minMs: number
  readonly maxMs: number
  readonly stepMs: number
  readonly bigStepMs: number
  /** Limits while Shift is held, if they are others. */
  readonly shiftLimits?: TimeSpan
  /** Called while dragging; `free`: Alt is pressed, which turns off snapping; `withShift`: Shift is. */
  readonly onDrag: (ms: number, free: boolean, withShift: boolean) => void
  /** Dragging ended at `ms`, or a key moved the handle; `at`: event time in ms of the page's clock. */
  readonly onMove: (ms: number, how: 'dragged' | 'key', at: number) => void
  /** Escape while dragging. */
  readonly onCancel: () => void
  /** Enter. */
  readonly onSnap?: (at: number) => void
  /** Delete or Backspace. */
  readonly onReset?: () => void
  /** Pressed without dragging. */
  readonly onPress?: () => void
  readonly className?: string | undefined
  /** Class that replaces the default look. */
  readonly look?: string | undefined
  readonly children?: ReactNode
}

/** One end of a span in the waveform: dragged, or moved by arrow keys. */
export function WaveHandle(props: WaveHandleProps) {
  const { wave, label, description, ms, minMs, maxMs, stepMs, bigStepMs, onDrag, onMove, onCancel, onSnap } =
    props
  const locale = useLocale()
  /** Set while dragging: the offset from the pointer to the handle, so that it does not jump when grabbed. */
  const drag = useRef<{ offset: number; ms: number; hasMoved: boolean } | null>(null)
  const helpId = useId()
  const clamp = (value: number, { startMs, endMs }: TimeSpan = { startMs: minMs, endMs: maxMs }): number =>
    Math.round(Math.max(startMs, Math.min(value, endMs)))

  const timeUnder = (event: PointerEvent): number => {
    const left = event.currentTarget.closest(`[data-wave]`)?.getBoundingClientRect().left ?? 0
    return timeAt(wave.state.view, event.clientX - left)
  }
  const end = (event: PointerEvent<HTMLElement>, take: boolean): void => {
    const { current } = drag
    drag.current = null
    if (current === null) return
    if (event.currentTarget.hasPointerCapture(event.pointerId)) {
      event.currentTarget.releasePointerCapture(event.pointerId)
    }
    if (take && current.hasMoved) onMove(current.ms, 'dragged', event.timeStamp)
    else if (take && props.onPress !== undefined) props.onPress()
    else onCancel()
  }
  return (
    <div
      className={classNames(props.look ?? styles.handle, props.className)}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input cannot be moved by transform over a drawing
      role="slider"
      tabIndex={0}
      aria-label={label}
      {...(description === undefined ? {} : { 'aria-describedby': helpId })}
      aria-valuemin={Math.round(minMs)}
      aria-valuemax={Math.round(maxMs)}
      aria-valuenow={Math.round(ms)}
      // Hundredths: keys move by as much.
      aria-valuetext={props.timeText?.(ms) ?? exactTime(ms, locale, 2)}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { offset: ms - timeUnder(event), ms, hasMoved: false }
      }}
      onPointerMove={(event) => {
        const { current } = drag
        if (current === null) return
        const limits = event.shiftKey ? props.shiftLimits : undefined
        const to = clamp(timeUnder(event) + current.offset, limits)
        if (to === current.ms) return
        current.ms = to
        current.hasMoved = true
        onDrag(current.ms, event.altKey, event.shiftKey)
      }}
      onPointerUp={(event) => end(event, true)}
      onPointerCancel={(event) => end(event, false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && drag.current !== null) {
          event.preventDefault()
          event.stopPropagation()
          drag.current = null
          onCancel()
          return
        }
        if (event.ctrlKey || event.metaKey || event.altKey) return
        if ((event.key === 'Delete' || event.key === 'Backspace') && props.onReset !== undefined) {
          event.preventDefault()
          event.stopPropagation()
          props.onReset()
          return
        }
        const step = event.shiftKey ? bigStepMs : stepMs
        const from = props.nowMs?.() ?? ms
        const target: Readonly<Record<string, number>> = {
          ArrowLeft: from - step,
          ArrowDown: from - step,
          ArrowRight: from + step,
          ArrowUp: from + step,
          PageDown: from - bigStepMs,
          PageUp: from + bigStepMs,
          Home: minMs,
          End: maxMs,
        }
        const to = target[event.key]
        if (to === undefined && !(event.key === 'Enter' && onSnap)) return
        event.preventDefault()
        event.stopPropagation()
        if (to === undefined) onSnap?.(event.timeStamp)
        else if (clamp(to) !== from) onMove(clamp(to), 'key', event.timeStamp)
      }}
    >
      {description !== undefined && (
        <span id={helpId} hidden>
          {description}
        </span>
      )}
      {props.children}
    </div>
  )
}

/** In a narrower span the handles are outside. */
export const NARROW_PX = 22

/** Left edge and width of a span, for the element over the waveform. */
export function stretchStyle(
  wave: WaveStore,
  startMs: number,
  endMs: number,
): { left: number; width: number } {
  const { view } = wave.state
  const left = xAt(view, startMs)
  return { left, width: Math.max(0, xAt(view, endMs) - left) }
}
