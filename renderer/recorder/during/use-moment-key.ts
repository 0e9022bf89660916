import { useKeyActions } from '../../keys/use-key-actions.ts'
import { useRecorder } from '../parts/use-recorder.tsx'
import { elapsedMs } from '../running/own-clock.ts'
import { useRecorderStore } from '../running/recorder-store.ts'
import { pressMomentKey } from './moment-draft.ts'

/** Marks a moment at the time at which it is called. */
export function useMarkMoment(): () => void {
  const recorder = useRecorder()
  return () => {
    const { running } = useRecorderStore.getState()
    if (running?.phase === 'recording') pressMomentKey(elapsedMs(running.clock, recorder.clock.now()))
  }
}

/** The key for a moment, wherever the page is while it records. */
export function useMomentKey(): void {
  const mark = useMarkMoment()
  const isRunning = useRecorderStore(({ running }) => running !== null)
  useKeyActions(isRunning ? { 'record-moment': mark } : {})
}
