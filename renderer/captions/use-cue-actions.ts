import { useCallback, useEffect } from 'react'
import type { Cue } from '#core/captions/cues'
import { showingMs } from '#core/frames/frame-grid'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { toastError } from '../ui/error-notice.tsx'
import { useLanguage } from '../ui/words.tsx'
import { caretUnder } from './editing/cue-field.ts'
import type { LinePlace } from './cues/place-under.ts'
import type { CaptionEditor } from './editing/caption-editor.ts'
import type { FrameGrid } from '#core/frames/video-frames'

export interface CueActionParts {
  readonly session: TranscriptSession
  readonly player: Player
  readonly editor: CaptionEditor
  /** Index of the caption being edited. */
  readonly edited: number | null
  readonly setFrames: FrameGrid | null
  /** A caption was chosen in the list. */
  readonly onCue: ((cue: Cue) => void) | undefined
  /** Undoes or redoes, by default a step of the text. */
  readonly onHistory: ((way: 'undo' | 'redo') => Promise<void>) | undefined
}

/** What a row of the list of captions does: it is played, edited or translated, and the sound follows. */
export function useCueActions({
  session,
  player,
  editor,
  edited,
  setFrames,
  onCue,
  onHistory,
}: CueActionParts) {
  const language = useLanguage()
  const playCue = useCallback(
    (cue: Cue): void => {
      onCue?.(cue)
      player.setFollowing(true)
      player.playSpan({ startMs: cue.startMs, endMs: cue.endMs })
    },
    [player, onCue],
  )
  const edit = useCallback(
    (shown: Cue, place: LinePlace | null): void => {
      onCue?.(shown)
      player.setFollowing(false)
      if (!player.state.playing) player.seek(showingMs(shown.startMs, setFrames))
      editor.edit(shown.index, caretUnder(editor, shown, place))
    },
    [player, onCue, editor, setFrames],
  )
  const translate = useCallback(
    (index: number): void => {
      player.setFollowing(false)
      editor.edit(index, 'end', 'translation')
    },
    [player, editor],
  )
  const undo = useCallback(
    (way: 'undo' | 'redo') => {
      ;(onHistory?.(way) ?? session[way]()).then(
        // Updated immediately: the next typed text must apply to the current transcript.
        () => void editor.cues,
        (error: unknown) => toastError(error, language),
      )
    },
    [session, language, editor, onHistory],
  )
  // When keys move to another caption, the sound follows, as after a click.
  useEffect(() => {
    const at = edited === null ? undefined : editor.cues[edited]
    if (at !== undefined && !player.state.playing) player.seek(showingMs(at.startMs, setFrames))
  }, [edited, editor, player, setFrames])
  // Leaving the view ends editing.
  useEffect(() => () => editor.edit(null), [editor])
  const leave = useCallback(() => {
    if (player.state.following) player.setFollowing(false)
  }, [player])
  return { playCue, edit, translate, undo, leave }
}
