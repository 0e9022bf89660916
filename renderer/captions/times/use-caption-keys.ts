import { useMemo } from 'react'
import { useKeyActions } from '../../keys/use-key-actions.ts'
import type { Player } from '../../sound/player/player.ts'
import { createCaptionKeys } from './caption-keys.ts'
import { useTapKeys } from './use-tap-keys.ts'
import type { CaptionEditor } from '../editing/caption-editor.ts'

/**
 * Keys for the times of captions, wherever the focus is while captions are shown.
 * @param frameRate frame rate in which times are shown and set; null for milliseconds
 */
export function useCaptionKeys(editor: CaptionEditor, player: Player, frameRate: number | null): void {
  const handlers = useMemo(() => createCaptionKeys(editor, player, frameRate), [editor, player, frameRate])
  useKeyActions<'captions'>(handlers)
  useTapKeys(editor, player, frameRate)
}
