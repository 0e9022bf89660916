import { useMemo } from 'react'
import type { FrameGrid } from '#core/frames/video-frames'
import { useKeyActions } from '../../keys/use-key-actions.ts'
import type { Player } from '../../sound/player/player.ts'
import { createCaptionKeys } from './caption-keys.ts'
import { useTapKeys } from './use-tap-keys.ts'
import type { CaptionEditor } from '../editing/caption-editor.ts'

/**
 * Keys for the times of captions, wherever the focus is while captions are shown.
 * @param frames on which set times lie; null for milliseconds
 * @param onMove opens what moves captions in time
 */
export function useCaptionKeys(
  editor: CaptionEditor,
  player: Player,
  frames: FrameGrid | null,
  onMove: () => void,
): void {
  const handlers = useMemo(
    () => ({ ...createCaptionKeys(editor, player, frames), 'caption-move': onMove }),
    [editor, player, frames, onMove],
  )
  useKeyActions<'captions'>(handlers)
  useTapKeys(editor, player, frames)
}
