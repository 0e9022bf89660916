import { useEffect, useState } from 'react'
import styles from './loading.module.css'
import { useSay } from './words.tsx'

/** Nothing is shown for shorter waits, to avoid flicker. */
const SILENT_MS = 300

/** A loading indicator: nothing for 300 ms, then dots. */
export function Loading() {
  const say = useSay()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SILENT_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <output className={styles.loading} aria-label={say('shell.loading')}>
      <svg viewBox="0 0 264 6" preserveAspectRatio="none" aria-hidden="true">
        <path d="M0 3H264" />
      </svg>
    </output>
  )
}
