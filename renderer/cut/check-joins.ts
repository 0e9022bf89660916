import { type EditorStore, openPanel } from '../editor/editor-store.ts'
import type { StudioClient } from '../rpc/studio-client.ts'
import { toast } from '../ui/toast.tsx'
import type { Say } from '../ui/words.tsx'

/** Has the joins of a transcript's cut recognized again; what is found, and the progress, is in the list to check. */
export async function checkJoins(
  studio: Pick<StudioClient, 'call'>,
  transcriptId: string,
  store: EditorStore,
  say: Say,
): Promise<void> {
  const { jobId } = await studio.call('cut.checkJoins', { transcriptId })
  openPanel(store, 'check')
  if (jobId === null) toast.show({ text: say('cut-view.joins.checked') })
}
