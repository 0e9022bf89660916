import { findCutEdges } from '#core/cut/cut-edges'
import type { EditorStore } from '../editor/editor-store.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { toast } from '../ui/toast.tsx'
import type { Say } from '../ui/words.tsx'
import { chosenCut } from './current-cut.ts'
import { MAX_WAIT_MS, whenCutShown } from './when-cut-shown.ts'

/** The focus goes to the first edge of the chosen cut, from that to the other. */
export function focusCutEdge(
  session: Pick<TranscriptSession, 'state'>,
  player: Player,
  store: EditorStore,
  say: Say,
): void {
  const tellNone = (): void => void toast.show({ text: say('cut-view.edge.none') })
  whenCutShown(session, (found) => {
    const cut = found === null ? null : chosenCut(found, store, player.positionMs)
    if (found === null || cut === null || findCutEdges(found.shown, cut).length === 0) tellNone()
    else focusNextEdge(tellNone)
  })
}

/** Edges appear once the mode is Cut. `onNone`: they did not. */
function focusNextEdge(onNone: () => void, untilMs = performance.now() + MAX_WAIT_MS): void {
  const edges = [...document.querySelectorAll<HTMLElement>('[data-cut-edges] [role=slider]')]
  const next = edges[edges.findIndex((edge) => edge === document.activeElement) + 1] ?? edges[0]
  if (next !== undefined) next.focus()
  else if (performance.now() < untilMs) requestAnimationFrame(() => focusNextEdge(onNone, untilMs))
  else onNone()
}
