import { useEffect, useState } from 'react'
import { formatDuration } from '../../ui/format-duration.ts'
import { Icon } from '../../ui/icon.tsx'
import { useSay } from '../../ui/words.tsx'
import { useRecorder } from '../parts/use-recorder.tsx'
import { type Running, useMeterStore, useRecorderStore } from '../running/recorder-store.ts'
import { isSafe } from './is-safe.ts'
import { noSoundWords } from './no-sound-words.ts'
import { silentSources } from './silent-sources.ts'
import { stoppingWords } from './stopping-words.ts'
import styles from './during.module.css'

/** Whether the recorded sound is on disk, as acknowledged. */
export function SafeLight({ running }: { readonly running: Running }) {
  const say = useSay()
  const recorder = useRecorder()
  const [nowMs, setNow] = useState(() => recorder.clock.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(recorder.clock.now()), 1_000)
    return () => clearInterval(timer)
  }, [recorder])
  const slots = useRecorderStore((state) => state.slots)
  const noSound = useMeterStore(({ meters }) => {
    const silent = silentSources(running, slots, meters, nowMs)
    return silent.length === 0 ? null : noSoundWords(silent, slots, say)
  })
  const { safeMs, phase } = running
  if (phase === 'stopping') return <span className={styles.unsafe}>{stoppingWords(running, say)}</span>
  if (noSound !== null)
    return (
      <span className={styles.noSound} role="alert">
        <Icon name="warn" small />
        {noSound}
      </span>
    )
  return isSafe(running, nowMs) ? (
    <span className={styles.safe}>
      <Icon name="check" small />
      {say('rec.safe')}
    </span>
  ) : (
    <span className={styles.unsafe}>
      {safeMs > 0 ? say('rec.safe.up-to', { time: formatDuration(safeMs) }) : say('rec.safe.not-yet')}
    </span>
  )
}
