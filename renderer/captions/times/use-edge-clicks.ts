import { useEffect } from 'react'
import type { FrameGrid } from '#core/frames/video-frames'
import type { Player } from '../../sound/player/player.ts'
import type { WaveStore } from '../../sound/waveform/wave-store.ts'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import { cueAtWork } from './caption-keys.ts'
import { moveEdges } from './move-edges.ts'

/**
 * While captions are shown, a click on the waveform with Shift starts the current caption there, one with Ctrl or
 * Command ends it.
 * @param frames on which set times lie; null for milliseconds
 */
export function useEdgeClicks(
  wave: WaveStore,
  editor: CaptionEditor,
  player: Player,
  frames: FrameGrid | null,
): void {
  useEffect(
    () =>
      wave.takeKeyClicks((ms, key) => {
        const cue = cueAtWork(editor, player)
        if (cue === undefined) return
        moveEdges(editor, player, cue.index, key === 'shift' ? { startMs: ms } : { endMs: ms }, { frames })
      }),
    [wave, editor, player, frames],
  )
}
