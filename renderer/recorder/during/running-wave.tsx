import { Icon } from '../../ui/icon.tsx'
import { useSay } from '../../ui/words.tsx'
import { sourceVoice } from '../parts/source-name.ts'
import { useSourceNames } from '../parts/use-source-names.ts'
import { COLUMN_MS, COLUMNS, peaksInOrder, placeInWave, usePeakStore } from '../running/recent-peaks.ts'
import { type Running, useRecorderStore } from '../running/recorder-store.ts'
import styles from './running-wave.module.css'

const HEIGHT = 40
/** Silence is drawn as a row of dots. */
const LEAST = 0.6
const MINUTES = (COLUMNS * COLUMN_MS) / 60_000

/** The sound of the last two minutes with its moments, one lane per source; newest on the right. */
export function RunningWave({ running }: { readonly running: Running }) {
  const say = useSay()
  const slots = useRecorderStore((state) => state.slots)
  const names = useSourceNames(running)
  const recent = usePeakStore()
  return (
    <div className={styles.wave} role="img" aria-label={say('live.wave', { minutes: MINUTES })}>
      {names.map((name, source) => (
        <div key={running.inputs[source]} data-v={sourceVoice(running.inputs[source] ?? -1, slots)}>
          <b>{name}</b>
          <svg viewBox={`0 0 ${COLUMNS} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
            <path d={wavePath(peaksInOrder(recent, source))} />
          </svg>
        </div>
      ))}
      {running.moments.map(({ id, kind, atMs }) => {
        const place = placeInWave(recent, atMs)
        return place === null ? null : (
          <span key={id} className={styles.pin} style={{ left: `${place * 100}%` }}>
            <Icon name={kind} small />
          </span>
        )
      })}
    </div>
  )
}

function wavePath(peaks: readonly number[]): string {
  const first = COLUMNS - peaks.length
  return peaks
    .map((peak, index) => {
      const half = Math.max(LEAST, Math.min(1, peak) * (HEIGHT / 2 - 1))
      return `M${first + index + 0.5} ${(HEIGHT / 2 - half).toFixed(1)}v${(2 * half).toFixed(1)}`
    })
    .join('')
}
