import type { EditorStore } from '../editor/editor-store.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { cutBeside } from './current-cut.ts'
import { whenCutShown } from './when-cut-shown.ts'

/** Goes to the next or previous cut from the position, in the text and the sound. */
export function goToCut(
  step: 1 | -1,
  session: Pick<TranscriptSession, 'state'>,
  player: Player,
  store: EditorStore,
): void {
  whenCutShown(session, (found) => {
    const next = cutBeside(found?.cuts ?? [], player.positionMs, step)
    if (next === null) return
    player.seek(next.startMs)
    store.getState().surface?.goToTime(next.startMs)
  })
}
