import { useEffect, useSyncExternalStore, useCallback } from 'react'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Transcript } from '#core/transcript/transcript'
import { type EditorStore, useEditor, useSelection } from '../editor/editor-store.ts'
import type { Player } from '../sound/player/player.ts'
import { currentCut, cutAt } from './current-cut.ts'

export interface ChosenCutOptions {
  readonly cuts: readonly TimeSpan[]
  readonly transcript: Pick<Transcript, 'paragraphs'>
  readonly store: EditorStore
  readonly player: Player
}

/** The cut at the caret or the position, else the one that was there last, also while its join is heard. */
export function useChosenCut({ cuts, transcript, store, player }: ChosenCutOptions): TimeSpan | null {
  const selection = useSelection(store)
  const positionMs = useRestingPosition(player)
  const cutAtMs = useEditor(store, (state) => state.cutAtMs)
  const here = currentCut(cuts, transcript, selection, positionMs)
  const hereMs = here === null ? null : (here.startMs + here.endMs) / 2
  useEffect(() => {
    if (hereMs !== null) store.setState({ cutAtMs: hereMs })
  }, [store, hereMs])
  return here ?? (cutAtMs === null ? null : cutAt(cuts, cutAtMs))
}

/** Where playback is paused, in whole ms; nowhere while it goes on. */
function useRestingPosition(player: Player): number {
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = [player.onFrame(listener), player.subscribe(listener)]
      return () => {
        for (const end of ends) end()
      }
    },
    [player],
  )
  return useSyncExternalStore(subscribe, () => (player.state.playing ? -1 : Math.round(player.positionMs)))
}
