import { type ReactNode, useEffect, useRef } from 'react'
import { formatDuration } from '../../ui/format-duration.ts'
import { classNames } from '../../ui/class-names.ts'
import { useSay } from '../../ui/words.tsx'
import styles from './dock.module.css'
import { fitCanvas } from './fit-canvas.ts'
import { drawMap } from './map-drawing.ts'
import type { Player } from '../player/player.ts'
import { useWaveTheme } from './use-wave-theme.ts'
import { usePlayer } from '../player/use-player.ts'
import type { VoiceLanes } from './use-voices.ts'
import { useWave, type WaveStore } from './wave-store.ts'
import { endOf } from './wave-view.ts'

export interface MiniMapProps {
  readonly player: Player
  readonly wave: WaveStore
  readonly voices: VoiceLanes
  readonly width: number
  readonly height: number
  /** Progress of a running job; null: the transcript is complete. */
  readonly transcribedUntilMs: number | null
  readonly faint: boolean
  /** Marks over the drawing. */
  readonly children?: ReactNode
}

const MIN_FRAME_PX = 14
const STEP_MS = 5_000
const BIG_STEP_MS = 60_000

/** The whole recording; the frame is the part shown in the waveform, a click or drag moves it. */
export function MiniMap({
  player,
  wave,
  voices,
  width,
  height,
  transcribedUntilMs,
  faint,
  children,
}: MiniMapProps) {
  const say = useSay()
  const theme = useWaveTheme()
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const durationMs = usePlayer(player, (state) => state.durationMs)
  useEffect(() => {
    if (canvas.current === null || width === 0) return
    const context = fitCanvas(canvas.current, width, height, window.devicePixelRatio || 1)
    if (context === null) return
    const { turns, lanes, laneCount } = voices
    drawMap(context, { turns, lanes, laneCount, durationMs, width, height }, theme)
  }, [voices, durationMs, width, height, theme])
  useEffect(() => {
    const place = (): void => {
      if (frame.current === null || durationMs === 0) return
      const { view, extent } = wave.state
      const length = Math.max(MIN_FRAME_PX, ((endOf(view, extent.width) - view.startMs) / durationMs) * width)
      const x = Math.min((view.startMs / durationMs) * width, width - length)
      frame.current.style.transform = `translateX(${Math.max(0, x)}px)`
      frame.current.style.width = `${Math.min(length, width)}px`
    }
    place()
    return wave.subscribe(place)
  }, [wave, width, durationMs])

  const goTo = (ms: number): void => {
    player.seek(ms)
    wave.center(player.positionMs)
  }
  const goToPointer = (event: React.PointerEvent<HTMLElement>): void => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    goTo((x / Math.max(1, width)) * durationMs)
  }
  const shown = useWave(wave, ({ view, extent }) =>
    [view.startMs, Math.min(endOf(view, extent.width), extent.durationMs)].map(formatDuration).join('–'),
  )
  const [start = '', end = ''] = shown.split('–')
  const progress =
    transcribedUntilMs === null || durationMs === 0 ? null : Math.min(1, transcribedUntilMs / durationMs)
  return (
    <div
      className={classNames(styles.map, faint && styles.faint)}
      style={{ height }}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input cannot be moved by transform over a drawing
      role="slider"
      tabIndex={0}
      aria-label={say('sound.map')}
      aria-valuemin={0}
      aria-valuemax={Math.round(durationMs / 1_000)}
      aria-valuenow={Math.round(wave.state.view.startMs / 1_000)}
      aria-valuetext={say('sound.map.shown', { start, end })}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        goToPointer(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) goToPointer(event)
      }}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        const keys: Readonly<Record<string, number>> = {
          ArrowLeft: player.positionMs - STEP_MS,
          ArrowDown: player.positionMs - STEP_MS,
          ArrowRight: player.positionMs + STEP_MS,
          ArrowUp: player.positionMs + STEP_MS,
          PageDown: player.positionMs - BIG_STEP_MS,
          PageUp: player.positionMs + BIG_STEP_MS,
          Home: 0,
          End: durationMs,
        }
        const to = keys[event.key]
        if (to === undefined) return
        event.preventDefault()
        event.stopPropagation()
        goTo(to)
      }}
    >
      <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />
      {children}
      {progress !== null && (
        <>
          <i className={styles.ahead} style={{ left: `${progress * 100}%` }} />
          <svg
            className={styles.progressMarker}
            viewBox="0 0 26 10"
            aria-hidden="true"
            style={{ left: `${progress * 100}%` }}
          >
            <path d="M0 5C1 2.8 5 2.6 9 3.4L26 5 9 6.6C5 7.4 1 7.2 0 5z" />
            <ellipse cx="4" cy="5" rx="2" ry=".8" />
          </svg>
        </>
      )}
      {!faint && <div ref={frame} className={styles.frame} />}
    </div>
  )
}
