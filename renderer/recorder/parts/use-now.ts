import { useEffect, useState } from 'react'
import { elapsedMs } from '../running/own-clock.ts'
import { useRecorderStore } from '../running/recorder-store.ts'
import { useRecorder } from './use-recorder.tsx'

const LOOK_MS = 250

/** Elapsed time of the running recording, on its own clock; renders when its second changes. */
export function useElapsedMs(): number {
  const recorder = useRecorder()
  const clock = useRecorderStore(({ running }) => running?.clock ?? null)
  const [nowMs, setNow] = useState(() => recorder.clock.now())
  useEffect(() => {
    const timer = setInterval(
      () =>
        setNow((before) => {
          const now = recorder.clock.now()
          return Math.floor(now / LOOK_MS) === Math.floor(before / LOOK_MS) ? before : now
        }),
      LOOK_MS,
    )
    return () => clearInterval(timer)
  }, [recorder])
  return clock === null ? 0 : elapsedMs(clock, nowMs)
}
