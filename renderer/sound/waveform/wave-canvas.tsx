import { useEffect, useRef } from 'react'
import { formatDuration } from '../../ui/format-duration.ts'
import styles from './dock.module.css'
import { fitCanvas } from './fit-canvas.ts'
import type { PeakPyramid } from './peak-pyramid.ts'
import { useWaveTheme } from './use-wave-theme.ts'
import type { VoiceLanes } from './use-voices.ts'
import { drawWave } from './wave-drawing.ts'
import { heightOf, type WaveRows, type WaveTitle } from './wave-rows.ts'
import type { WaveStore } from './wave-store.ts'

export interface WaveCanvasProps {
  readonly wave: WaveStore
  readonly pyramid: PeakPyramid | null
  readonly voices: VoiceLanes
  readonly rows: WaveRows
  readonly withNames: boolean
  readonly titles: readonly WaveTitle[]
}

/** Draws peaks, bands, names and times in the next frame after a change, without React rendering. */
export function WaveCanvas({ wave, pyramid, voices, rows, withNames, titles }: WaveCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const theme = useWaveTheme()
  useEffect(() => {
    let frame = 0
    const draw = (): void => {
      frame = 0
      const { view, extent, heightening, label } = wave.state
      const { current } = canvas
      if (current === null || extent.width === 0) return
      const pixelRatio = window.devicePixelRatio || 1
      const context = fitCanvas(current, extent.width, heightOf(rows), pixelRatio)
      if (context === null) return
      const { turns, names } = voices
      const scene = {
        pyramid,
        turns,
        names,
        view,
        width: extent.width,
        rows,
        heightening,
        withNames,
        titles,
        label,
        formatTime: formatDuration,
      }
      drawWave(context, scene, theme, pixelRatio)
    }
    const ask = (): void => {
      if (frame === 0) frame = requestAnimationFrame(draw)
    }
    draw()
    const end = wave.subscribe(ask)
    return () => {
      cancelAnimationFrame(frame)
      end()
    }
  }, [wave, pyramid, voices, rows, withNames, titles, theme])
  return <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />
}
