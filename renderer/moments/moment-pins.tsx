import type { Moment } from '#core/moments/moment'
import { momentText } from '#core/moments/moment'
import { formatDuration } from '../ui/format-duration.ts'
import { Icon } from '../ui/icon.tsx'
import { useSay } from '../ui/words.tsx'
import { useWave, type WaveStore } from '../sound/waveform/wave-store.ts'
import { endOf, xAt } from '../sound/waveform/wave-view.ts'
import styles from './moments.module.css'

export interface WavePinsProps {
  readonly wave: WaveStore
  readonly moments: readonly Moment[]
  readonly onGo: (moment: Moment) => void
}

/**
 * The visible moments over the waveform. For the pointer only: the list of moments is accessible to everyone.
 */
export function WavePins({ wave, moments, onGo }: WavePinsProps) {
  const say = useSay()
  useWave(wave, (state) => state.view)
  const { view, extent } = wave.state
  const endMs = endOf(view, extent.width)
  const shown = moments.filter(({ atMs }) => atMs >= view.startMs && atMs <= endMs)
  return (
    <div aria-hidden="true">
      {shown.map((moment) => {
        const text = momentText(moment).trim() || say('moments.untitled')
        const about = { kind: say(`moments.${moment.kind}`), time: formatDuration(moment.atMs), text }
        return (
          <button
            key={moment.id}
            type="button"
            tabIndex={-1}
            className={styles.pin}
            style={{ left: xAt(view, moment.atMs) }}
            title={say('moments.go', about)}
            // Neither starts a selection in the waveform nor takes the focus from the text.
            onPointerDown={(event) => event.stopPropagation()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onGo(moment)}
          >
            <Icon name={moment.kind} small />
          </button>
        )
      })}
    </div>
  )
}

/** All moments in the overview. */
export function MapPins({
  moments,
  durationMs,
}: {
  readonly moments: readonly Moment[]
  readonly durationMs: number
}) {
  if (durationMs === 0) return null
  return (
    <span aria-hidden="true">
      {moments.map(({ id, atMs }) => (
        <i key={id} className={styles.diamond} style={{ left: `${Math.min(1, atMs / durationMs) * 100}%` }} />
      ))}
    </span>
  )
}
