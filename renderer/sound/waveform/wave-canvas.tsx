import { useEffect, useRef } from 'react'
import { formatDuration } from '../../ui/format-duration.ts'
import styles from './dock.module.css'
import { fitCanvas } from './fit-canvas.ts'
import type { PeakPyramid } from './peak-pyramid.ts'
import { useWaveTheme } from './use-wave-theme.ts'
import type { VoiceLanes } from './use-voices.ts'
import { drawWave } from './wave-drawing.ts'
import type { WaveStore } from './wave-store.ts'

export interface WaveCanvasProps {
  readonly wave: WaveStore
  readonly pyramid: PeakPyramid | null
  readonly voices: VoiceLanes
  readonly height: number
  readonly withNames: boolean
}

/** Draws peaks, bands, names and times in the next frame after a change, without React rendering. */
export function WaveCanvas({ wave, pyramid, voices, height, withNames }: WaveCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const theme = useWaveTheme()
  useEffect(() => {
    let frame = 0
    const draw = (): void => {
      frame = 0
      const { view, extent, heightening } = wave.state
      const { current } = canvas
      if (current === null || extent.width === 0) return
      const pixelRatio = window.devicePixelRatio || 1
      const context = fitCanvas(current, extent.width, height, pixelRatio)
      if (context === null) return
      const { turns, names } = voices
      const scene = {
        pyramid,
        turns,
        names,
        view,
        width: extent.width,
        height,
        heightening,
        withNames,
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
  }, [wave, pyramid, voices, height, withNames, theme])
  return <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />
}
