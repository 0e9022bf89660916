import { useWave, type WaveStore } from '../../sound/waveform/wave-store.ts'
import { endOf, xAt } from '../../sound/waveform/wave-view.ts'
import { useSay } from '../../ui/words.tsx'
import styles from './shot-lines.module.css'

export interface ShotLinesProps {
  readonly wave: WaveStore
  /** Times in ms, in order. */
  readonly shots: readonly number[]
}

/** Lines closer than this are indistinguishable. */
const MIN_PX = 6
/** Room for the label of a line. */
const WORD_PX = 44

/**
 * Dashed lines in the waveform where shots of the video begin. Decorative: the handles of captions snap to
 * them.
 */
export function ShotLines({ wave, shots }: ShotLinesProps) {
  const say = useSay()
  useWave(wave, (state) => state.view)
  const { view, extent } = wave.state
  const lines = visibleShots(shots, view.startMs, endOf(view, extent.width), MIN_PX * view.msPerPixel)
  return (
    <div aria-hidden="true">
      {lines.map((ms, index) => {
        const hasRoom = ms - (lines[index - 1] ?? -Infinity) >= WORD_PX * view.msPerPixel
        return (
          <i key={ms} className={styles.shot} style={{ left: xAt(view, ms) }} data-shot={ms}>
            {hasRoom && <span>{say('captions.shot')}</span>}
          </i>
        )
      })}
    </div>
  )
}

/** The times within a span, in order; of those closer together than `leastMs`, the first. */
export function visibleShots(
  shots: readonly number[],
  startMs: number,
  endMs: number,
  leastMs: number,
): number[] {
  const visible: number[] = []
  for (let index = firstFrom(shots, startMs); index < shots.length; index++) {
    const ms = shots[index] ?? endMs
    if (ms >= endMs) break
    if (ms - (visible.at(-1) ?? -Infinity) >= leastMs) visible.push(ms)
  }
  return visible
}

function firstFrom(times: readonly number[], ms: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? Infinity) >= ms) high = middle
    else low = middle + 1
  }
  return low
}
