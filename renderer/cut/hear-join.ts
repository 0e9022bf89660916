import type { EditorStore } from '../editor/editor-store.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { toast } from '../ui/toast.tsx'
import type { Say } from '../ui/words.tsx'
import { currentCut, cutBeside } from './current-cut.ts'
import { shownCut } from './use-recording-cut.ts'

/** How much is played before and after a join, in ms. */
const BESIDE_MS = 2_000

/** Plays the join of the cut at the caret or the position, else that of the next cut. */
export function hearJoin(
  session: Pick<TranscriptSession, 'state'>,
  player: Player,
  store: EditorStore,
  say: Say,
): void {
  const { transcript } = session.state
  const cuts = shownCut(session)?.cuts ?? []
  const cut =
    currentCut(cuts, transcript, store.getState().selection, player.positionMs) ??
    cutBeside(cuts, player.positionMs, 1) ??
    cutBeside(cuts, player.positionMs, -1)
  if (cut === null) toast.show({ text: say('cut-view.restore.none') })
  else player.playKept({ startMs: Math.max(0, cut.startMs - BESIDE_MS), endMs: cut.endMs + BESIDE_MS })
}
