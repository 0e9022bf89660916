import type { OpenRecording } from '../rpc/open-recording.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { CaptionPicture } from './caption-picture.tsx'
import { useCueShown, useCues } from './cues/use-cues.ts'

export interface CaptionedVideoProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly recording: OpenRecording
}

/** The video with its captions, next to the text. */
export function CaptionedVideo({ session, player, recording }: CaptionedVideoProps) {
  const { cues } = useCues(session, recording)
  const shown = useCueShown(player, cues)
  return (
    <CaptionPicture
      player={player}
      recording={recording}
      cue={shown === null ? undefined : cues[shown]}
      shape="wide"
      withVideo
      withSafeArea={false}
    />
  )
}
