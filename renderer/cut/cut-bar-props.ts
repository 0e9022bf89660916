import type { EditorStore } from '../editor/editor-store.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import type { CutRecording } from './use-recording-cut.ts'

export interface CutBarProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly recording: CutRecording
  readonly store: EditorStore
}
