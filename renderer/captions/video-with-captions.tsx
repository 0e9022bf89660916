import type { RecordingCard } from '#contracts/calls/recordings'
import type { TranscriptSession } from '../recording/transcript-session.ts'
import type { Player } from '../sound/player.ts'
import { usePlayer } from '../sound/use-player.ts'
import { CaptionPicture } from './caption-picture.tsx'
import { useCueNow, useCues } from './use-cues.ts'

export interface VideoWithCaptionsProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly recording: RecordingCard
}

/** The video beside the text, with the captions over it that the text makes. */
export function VideoWithCaptions({ session, player, recording }: VideoWithCaptionsProps) {
  const { cues } = useCues(session, recording.durationMs ?? 0)
  const now = useCueNow(player, cues)
  usePlayer(player, (state) => state.playing)
  return (
    <CaptionPicture
      player={player}
      recording={recording}
      cue={cues[Math.max(0, now)]}
      shape="wide"
      withVideo
      withSafeArea={false}
    />
  )
}
