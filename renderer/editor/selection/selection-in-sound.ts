import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { Player } from '../../sound/player/player.ts'
import type { TimeSpan } from '#core/transcript/time-span'
import type { EditorStore } from '../editor-store.ts'
import { wordsSpan } from './words-span.ts'

/**
 * What is selected in the text by the person is selected in the wave too, and no more once it is not in the text. A loop
 * goes on meanwhile: who corrects what it says clicks into the text. Returns what ends it.
 */
export function showSelectionInSound(
  store: EditorStore,
  session: Pick<TranscriptSession, 'state'>,
  player: Player,
): () => void {
  let own: TimeSpan | null = null
  const follow = (): void => {
    const { selection, surface } = store.getState()
    const { selection: now, looping } = player.state
    if (looping) return
    if (selection.range === null) {
      if (own !== null && isSame(now, own)) player.select(null)
      own = null
      return
    }
    // Places to check and hits are selected without the focus: nobody chose them.
    if (surface?.hasFocus !== true) return
    const span = wordsSpan(session.state.transcript, selection.range)
    if (span === null || isSame(span, own)) return
    own = span
    player.select(span)
  }
  let last = store.getState().selection
  const stopStore = store.subscribe(({ selection }) => {
    if (selection === last) return
    last = selection
    follow()
  })
  let wasLooping = player.state.looping
  // A loop that ends leaves no stretch behind that is not selected any more.
  const stopPlayer = player.subscribe(() => {
    const { looping } = player.state
    const hasEnded = wasLooping && !looping
    wasLooping = looping
    if (hasEnded) follow()
  })
  return () => {
    stopStore()
    stopPlayer()
  }
}

function isSame(a: TimeSpan | null, b: TimeSpan | null): boolean {
  return a?.startMs === b?.startMs && a?.endMs === b?.endMs
}
