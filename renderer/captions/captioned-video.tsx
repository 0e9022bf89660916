import type { OpenRecording } from '../rpc/open-recording.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { usePlayer } from '../sound/player/use-player.ts'
import { CaptionPicture } from './caption-picture.tsx'
import { useCueNow, useCues } from './cues/use-cues.ts'

export interface CaptionedVideoProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly recording: OpenRecording
}

/** The video with its captions, beside the text. */
export function CaptionedVideo({ session, player, recording }: CaptionedVideoProps) {
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
