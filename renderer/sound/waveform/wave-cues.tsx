import type { Cue } from '#core/captions/cues'
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
  /** Index of the cue being edited; null if none is. */
  readonly edited?: number | null
  /** Its times while an edge of it is dragged. */
  readonly editedSpan?: (cue: Cue) => TimeSpan
  /** A cue was clicked. */
  readonly onCue?: (cue: Cue) => void
}

/** Minimum width in px for showing the cue's number. */
const MIN_PX = 18

/** The visible captions in the top row of the waveform. For the pointer only: the list of captions is above. */
export function WaveCues({ wave, cues, now, edited = null, editedSpan, onCue }: WaveCuesProps) {
  useWave(wave, (state) => state.view)
  const { view, extent } = wave.state
  const endMs = endOf(view, extent.width)
  const first = firstAfter(cues, view.startMs)
  const shown: Cue[] = []
  for (let index = first; index < cues.length; index++) {
    const cue = cues[index]
    if (cue === undefined || cue.startMs >= endMs) break
    if ((cue.endMs - cue.startMs) / view.msPerPixel >= MIN_PX) shown.push(cue)
  }
  return (
    <div aria-hidden="true">
      {shown.map((cue) => {
        const span = cue.index === edited ? (editedSpan?.(cue) ?? cue) : cue
        const { left, width } = stretchStyle(wave, span.startMs, span.endMs)
        return (
          <button
            key={cue.index}
            type="button"
            tabIndex={-1}
            className={styles.cue}
            style={{ left, width: Math.max(0, width - 2) }}
            // The focus stays in the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onCue?.(cue)}
            {...(cue.index === now ? { 'data-now': true } : {})}
            {...(cue.index === edited ? { 'data-edited': true } : {})}
          >
            {cue.index + 1} {cue.lines.map(({ text }) => text).join(' ')}
          </button>
        )
      })}
    </div>
  )
}

/** Index of the first cue that ends after `ms`; cues are in order and never overlap. */
function firstAfter(cues: readonly Cue[], ms: number): number {
  let low = 0
  let high = cues.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cues[middle]?.endMs ?? Infinity) > ms) high = middle
    else low = middle + 1
  }
  return low
}
