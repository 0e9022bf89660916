import type { MomentKind } from '#core/recording/journal-entry'
import { useKeyActions } from '../../keys/use-key-actions.ts'
import { useRecorder } from '../parts/use-recorder.tsx'
import { elapsedMs } from '../running/own-clock.ts'
import { useRecorderStore } from '../running/recorder-store.ts'
import { pressMomentKey } from './moment-draft.ts'

/** Marks a moment at the time at which it is called. */
export function useMarkMoment(): (kind?: MomentKind) => void {
  const recorder = useRecorder()
  return (kind) => {
    const { running } = useRecorderStore.getState()
    if (running?.phase === 'recording')
      pressMomentKey(elapsedMs(running.clock, recorder.clock.now()), kind ?? null)
  }
}

/** The key for a moment, wherever the page is while it records. */
export function useMomentKey(): void {
  const mark = useMarkMoment()
  const isRunning = useRecorderStore(({ running }) => running !== null)
  useKeyActions(isRunning ? { 'record-moment': () => mark() } : {})
}

/** The keys of each kind, as in the text; on the recorder's own screen alone, where there is no text. */
export function useMomentKindKeys(): void {
  const mark = useMarkMoment()
  useKeyActions({
    bookmark: () => mark('bookmark'),
    decision: () => mark('decision'),
    action: () => mark('action'),
  })
}
