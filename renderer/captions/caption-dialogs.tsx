import type { FrameGrid } from '#core/frames/video-frames'
import type { OpenRecording } from '../rpc/open-recording.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import type { ShownCues } from './cues/cue-store.ts'
import type { CaptionEditor } from './editing/caption-editor.ts'
import { FixAllDialog } from './fixes/fix-all-dialog.tsx'
import { SnapToShots } from './fixes/snap-to-shots.tsx'
import { MoveDialog } from './moving/move-dialog.tsx'

export type CaptionDialog = 'fixes' | 'shots' | 'move'

export interface CaptionDialogsProps {
  readonly open: CaptionDialog | null
  readonly session: TranscriptSession
  readonly recording: OpenRecording
  readonly player: Player
  readonly editor: CaptionEditor
  readonly list: ShownCues
  /** Index of the caption at hand. */
  readonly here: number
  readonly setFrames: FrameGrid | null
  readonly nextKey: string | null
  readonly onClose: () => void
}

/** What changes many captions, each after a preview. */
export function CaptionDialogs(props: CaptionDialogsProps) {
  const { open, session, recording, player, editor, list, here, setFrames, nextKey, onClose } = props
  if (open === 'move') return <MoveDialog {...{ session, editor, player, here, setFrames, onClose }} />
  if (open === 'fixes') return <FixAllDialog {...{ session, editor, list, nextKey, onClose }} />
  if (open === 'shots') return <SnapToShots {...{ recording, session, editor, list, nextKey, onClose }} />
  return null
}
