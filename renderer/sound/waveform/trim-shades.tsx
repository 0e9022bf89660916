import type { TimeSpan } from '#core/transcript/time-span'
import styles from './dock.module.css'
import { useWave, type WaveStore } from './wave-store.ts'
import { endOf, xAt } from './wave-view.ts'

/** Dims what is outside of a trimmed recording's kept part, over the waveform. */
export function WaveShades({ wave, part }: { readonly wave: WaveStore; readonly part: TimeSpan }) {
  useWave(wave, (state) => state.view)
  const { view, extent } = wave.state
  const before = Math.min(extent.width, xAt(view, part.startMs))
  const after = Math.max(0, xAt(view, part.endMs))
  return (
    <>
      {part.startMs > view.startMs && (
        <i className={styles.shade} style={{ left: 0, width: before }} data-shade />
      )}
      {part.endMs < endOf(view, extent.width) && (
        <i className={styles.shade} style={{ left: after, right: 0 }} data-shade />
      )}
    </>
  )
}

/** The same in the overview. */
export function MapShades({ part, durationMs }: { readonly part: TimeSpan; readonly durationMs: number }) {
  if (durationMs === 0) return null
  const [before, after] = [part.startMs / durationMs, 1 - part.endMs / durationMs]
  return (
    <>
      {before > 0 && <i className={styles.shade} style={{ left: 0, width: `${before * 100}%` }} />}
      {after > 0 && <i className={styles.shade} style={{ right: 0, width: `${after * 100}%` }} />}
    </>
  )
}
