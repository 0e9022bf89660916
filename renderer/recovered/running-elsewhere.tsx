import { useEffect } from 'react'
import { useRunningRecordings } from '../rpc/recorder-queries.ts'
import { formatDuration } from '../ui/format-duration.ts'
import { useSay } from '../ui/words.tsx'
import styles from './recovered.module.css'

const LOOK_MS = 5_000

/** Recordings made by another program: shown, but not controlled. */
export function RunningElsewhere() {
  const say = useSay()
  const { data: cards, refetch } = useRunningRecordings()
  const others = (cards ?? []).filter(({ elsewhere, state }) => elsewhere && state !== 'finishing')
  const isShown = others.length > 0
  useEffect(() => {
    if (!isShown) return
    const timer = setInterval(() => void refetch(), LOOK_MS)
    return () => clearInterval(timer)
  }, [isShown, refetch])
  if (!isShown) return null
  return (
    <ul>
      {others.map(({ runningId, title, durationMs }) => (
        <li key={runningId} className={styles.running}>
          <h3>{title}</h3>
          <div>
            <b>{say('rec.elsewhere', { time: formatDuration(durationMs) })}</b>
            <p className={styles.meta}>{say('rec.elsewhere.more')}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
