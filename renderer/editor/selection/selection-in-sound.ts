import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { Player } from '../../sound/player/player.ts'
import type { TimeSpan } from '#core/transcript/time-span'
import type { EditorStore } from '../editor-store.ts'
import { wordsSpan } from './words-span.ts'

/**
 * Selects in the waveform what the user selects in the text, and clears it with the text selection. A loop continues
 * meanwhile, since correcting its text needs clicks in the text. Returns the function that stops it.
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
    // Places to check and search hits are selected without focus: the user did not select them.
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
  // A loop that ends must not leave a span selected that is no longer selected in the text.
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
