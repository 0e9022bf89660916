import { useMemo } from 'react'
import { useKeyActions } from '../../keys/use-key-actions.ts'
import type { Player } from '../../sound/player/player.ts'
import { createCaptionKeys } from './caption-keys.ts'
import { useTapKeys } from './use-tap-keys.ts'
import type { CaptionEditor } from '../editing/caption-editor.ts'

/** Keys for the times of captions, wherever the focus is while captions are shown. */
export function useCaptionKeys(editor: CaptionEditor, player: Player): void {
  const handlers = useMemo(() => createCaptionKeys(editor, player), [editor, player])
  useKeyActions(handlers)
  useTapKeys(editor, player)
}
