import type { EditorStore } from '../editor/editor-store.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { toast } from '../ui/toast.tsx'
import type { Say } from '../ui/words.tsx'
import { chosenCut, cutBeside } from './current-cut.ts'
import { whenCutShown } from './when-cut-shown.ts'

/** How much is played before and after a join, in ms. */
const BESIDE_MS = 2_000

/** Plays the join of the chosen cut, else of the next cut, else of the previous one. */
export function playJoin(
  session: Pick<TranscriptSession, 'state'>,
  player: Player,
  store: EditorStore,
  say: Say,
): void {
  whenCutShown(session, (found) => {
    const { positionMs } = player
    const cut =
      found === null
        ? null
        : (chosenCut(found, store, positionMs) ??
          cutBeside(found.cuts, positionMs, 1) ??
          cutBeside(found.cuts, positionMs, -1))
    if (cut === null) toast.show({ text: say('cut-view.restore.none') })
    else player.playKept({ startMs: Math.max(0, cut.startMs - BESIDE_MS), endMs: cut.endMs + BESIDE_MS })
  })
}
