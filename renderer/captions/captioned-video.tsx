import type { OpenRecording } from '../rpc/open-recording.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { CaptionPicture } from './caption-picture.tsx'
import { useCues, useCuesShown } from './cues/use-cues.ts'

export interface CaptionedVideoProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly recording: OpenRecording
}

/** The video with its captions, next to the text. */
export function CaptionedVideo({ session, player, recording }: CaptionedVideoProps) {
  const { cues } = useCues(session, recording)
  const shown = useCuesShown(player, cues)
  return (
    <CaptionPicture
      player={player}
      recording={recording}
      shown={shown.flatMap((index) => cues[index] ?? []).map((cue) => ({ lines: cue.lines, cue }))}
      shape="wide"
      withVideo
      withSafeArea={false}
    />
  )
}
