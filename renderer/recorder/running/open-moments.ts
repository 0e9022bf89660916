import { CallFailed } from '../../rpc/call-failed.ts'
import type { StudioClient } from '../../rpc/studio-client.ts'
import { type MomentDraft, momentOf, useMomentDraft } from './moment-draft.ts'
import { useRecorderStore } from './recorder-store.ts'
import { StoredByRecording } from './stored-by-recording.ts'

/** The moments that were being typed when a recording's page was killed, or when the recording ended without them. */
export const openMoments = new StoredByRecording<readonly MomentDraft[]>('parolo.open-moments')

/** Stores the moments that are being typed with every change. @returns the function that stops it */
export function storeOpenMoments(): () => void {
  let current = ''
  const store = (): void => {
    const { running } = useRecorderStore.getState()
    const runningId = running?.runningId ?? ''
    // The next part of the same recording takes over what is being typed; an ended one leaves it to `giveOpenMoments`.
    if (current !== '' && runningId !== '' && runningId !== current) openMoments.forget(current)
    current = runningId
    if (runningId === '') return
    const { draft, earlier } = useMomentDraft.getState()
    const open = draft === null ? earlier : [...earlier, draft]
    if (open.length === 0) openMoments.forget(runningId)
    else openMoments.set(runningId, open)
  }
  const offDrafts = useMomentDraft.subscribe(store)
  const offRunning = useRecorderStore.subscribe(({ running }, before) => {
    if (running?.runningId !== before.running?.runningId) store()
  })
  return () => {
    offDrafts()
    offRunning()
  }
}

/** Opens the moments again that were being typed when the page of this recording was closed. */
export function reopenMoments(runningId: string): void {
  const open = openMoments.of(runningId) ?? []
  useMomentDraft.setState({ draft: open.at(-1) ?? null, earlier: open.slice(0, -1) })
}

/** Adds the moments that were still being typed to the recording, which has ended. */
export async function giveOpenMoments(
  studio: StudioClient,
  runningId: string,
  recordingId: string,
): Promise<void> {
  try {
    for (const draft of openMoments.of(runningId) ?? [])
      await studio.call('moments.set', { recordingId, moment: momentOf(draft) })
  } catch (error) {
    // Deleted meanwhile: there is nothing that they could be given to.
    if (!(error instanceof CallFailed) || error.error.code !== 'recording.unknown') throw error
  }
  openMoments.forget(runningId)
}
