import styles from './fetch-track.module.css'
import { useSay } from './words.tsx'

const WIDTH = 1_000

/** The track: done in ink, dots ahead, and a moving needle in between during progress. */
export function FetchTrack({ share, moves }: { readonly share: number; readonly moves: boolean }) {
  const say = useSay()
  const percent = Math.floor(share * 100)
  const at = Math.round(share * WIDTH)
  return (
    <div className={styles.track} data-moves={moves}>
      <svg
        viewBox={`0 0 ${WIDTH} 20`}
        preserveAspectRatio="none"
        role="progressbar"
        aria-valuenow={percent}
        aria-label={say('models.fetch.label', { share: percent / 100 })}
      >
        <path className={styles.done} vectorEffect="non-scaling-stroke" d={`M0 10H${at}`} />
        <path className={styles.ahead} vectorEffect="non-scaling-stroke" d={`M${at} 10H${WIDTH}`} />
      </svg>
      {moves && (
        <svg className={styles.needle} viewBox="0 0 26 10" aria-hidden="true" style={{ left: `${percent}%` }}>
          <path d="M0 5C1 2.8 5 2.6 9 3.4L26 5 9 6.6C5 7.4 1 7.2 0 5z" />
        </svg>
      )}
    </div>
  )
}
