import type { Cue } from '#core/captions/cues'
import { cuesBetween, rowOfCue } from '#core/captions/shown-cues'
import type { TimeSpan } from '#core/transcript/time-span'
import styles from './dock.module.css'
import { stretchStyle } from './wave-handle.tsx'
import { useWave, type WaveStore } from './wave-store.ts'
import { endOf } from './wave-view.ts'

export interface WaveCuesProps {
  readonly wave: WaveStore
  readonly cues: readonly Cue[]
  /** Index of the current cue, or of the last one before the position. */
  readonly now: number
  /** Indexes of all that are on the screen. */
  readonly onScreen: readonly number[]
  /** Index of the cue being edited; null if none is. */
  readonly edited?: number | null
  /** The times of a cue while an edge is dragged. */
  readonly spanOf?: (cue: Cue) => TimeSpan
  /** A cue was clicked. */
  readonly onCue?: (cue: Cue) => void
}

/** Height of a row of captions, with the space below it. */
const ROW_PX = 22

/** Minimum width in px for showing the cue's number. */
const MIN_PX = 18

/** The visible captions at the top of the waveform; of those that overlap, each in a row of its own. For the pointer only: the list of captions is above. */
export function WaveCues(props: WaveCuesProps) {
  const { wave, cues, now, onScreen, edited = null, spanOf = asItIs, onCue } = props
  useWave(wave, (state) => state.view)
  const { view, extent } = wave.state
  const shown = cuesBetween(cues, view.startMs, endOf(view, extent.width)).flatMap((index) => {
    const cue = cues[index]
    return cue !== undefined && (cue.endMs - cue.startMs) / view.msPerPixel >= MIN_PX ? [cue] : []
  })
  return (
    <div aria-hidden="true">
      {shown.map((cue) => {
        const { startMs, endMs } = spanOf(cue)
        const { left, width } = stretchStyle(wave, startMs, endMs)
        return (
          <button
            key={cue.index}
            type="button"
            tabIndex={-1}
            className={styles.cue}
            style={{ left, width: Math.max(0, width - 2), marginTop: rowOfCue(cues, cue.index) * ROW_PX }}
            // The focus stays in the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onCue?.(cue)}
            {...(cue.index === now || onScreen.includes(cue.index) ? { 'data-now': true } : {})}
            {...(cue.index === edited ? { 'data-edited': true } : {})}
          >
            {cue.index + 1} {cue.lines.map(({ text }) => text).join(' ')}
          </button>
        )
      })}
    </div>
  )
}

const asItIs = (cue: Cue): TimeSpan => cue
