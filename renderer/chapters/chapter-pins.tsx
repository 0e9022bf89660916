import type { Chapter } from '#core/chapters/chapter'
import { useWave, type WaveStore } from '../sound/waveform/wave-store.ts'
import { endOf, placeOf } from '../sound/waveform/wave-view.ts'
import { useSay } from '../ui/words.tsx'
import styles from './chapters.module.css'

/** Lines where chapters begin, with their titles, over the waveform; the list of chapters has them for everyone. */
export function WaveChapters({
  wave,
  chapters,
}: {
  readonly wave: WaveStore
  readonly chapters: readonly Chapter[]
}) {
  const say = useSay()
  useWave(wave, (state) => state.view)
  const { view, room } = wave.state
  const endMs = endOf(view, room.width)
  return (
    <div aria-hidden="true">
      {chapters.map(({ id, atMs, title }, index) =>
        atMs < view.startMs || atMs > endMs ? null : (
          <span key={id} className={styles.line} style={{ left: placeOf(view, atMs) }}>
            <b>{say('chapters.numbered', { number: index + 1, title })}</b>
          </span>
        ),
      )}
    </div>
  )
}

/** Where chapters begin in the overview. */
export function MapChapters({
  chapters,
  durationMs,
}: {
  readonly chapters: readonly Chapter[]
  readonly durationMs: number
}) {
  if (durationMs === 0) return null
  return (
    <span aria-hidden="true">
      {chapters.map(({ id, atMs }) => (
        <i key={id} className={styles.tick} style={{ left: `${Math.min(1, atMs / durationMs) * 100}%` }} />
      ))}
    </span>
  )
}
