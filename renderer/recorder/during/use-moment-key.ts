import type { MomentKind } from '#core/recording/journal-entry'
import { useKeyActions } from '../../keys/use-key-actions.ts'
import { useRecorder, useTry } from '../parts/use-recorder.tsx'
import { elapsedMs } from '../running/own-clock.ts'
import { useRecorderStore } from '../running/recorder-store.ts'
import { momentOf, pressMomentKey, reopenDraft } from '../running/moment-draft.ts'

/** Marks a moment at the time of the call, and saves the one being typed. */
export function useMarkMoment(): (kind?: MomentKind) => void {
  const recorder = useRecorder()
  const attempt = useTry()
  return (kind = 'bookmark') => {
    const { running } = useRecorderStore.getState()
    if (running?.phase !== 'recording') return
    const open = pressMomentKey(elapsedMs(running.clock, recorder.clock.now()), kind)
    if (open === null) return
    attempt(async () => {
      try {
        await recorder.actions.setMoment(momentOf(open))
      } catch (error) {
        reopenDraft(open)
        throw error
      }
    })
  }
}

/** The key for a moment, on any screen while recording. */
export function useMomentKey(): void {
  const mark = useMarkMoment()
  const isRunning = useRecorderStore(({ running }) => running !== null)
  useKeyActions<'recorder'>(isRunning ? { 'record-moment': () => mark() } : null)
}

/** The keys of each kind, as in the text; only on the recorder's own screen, which has no text. */
export function useMomentKindKeys(): void {
  const mark = useMarkMoment()
  useKeyActions<'moments'>({
    bookmark: () => mark('bookmark'),
    decision: () => mark('decision'),
    action: () => mark('action'),
  })
}
