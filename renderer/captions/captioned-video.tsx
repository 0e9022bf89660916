import type { Cue, CueLine } from '#core/captions/cues'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { useFilmPicture } from '../rpc/recording-queries.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { CaptionPicture } from './caption-picture.tsx'
import { useCues, useCuesShown } from './cues/use-cues.ts'
import { pictureOf, shapeOfFilm } from './picture-shape.ts'

export interface CaptionedVideoProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly recording: OpenRecording
}

/** The video with its captions, next to the text. */
export function CaptionedVideo({ session, player, recording }: CaptionedVideoProps) {
  const { cues, rules, transcript } = useCues(session, recording)
  const shown = useCuesShown(player, cues)
  const film = useFilmPicture(recording)
  return (
    <CaptionPicture
      player={player}
      recording={recording}
      cues={cues}
      shown={shown.flatMap((index) => cues[index] ?? [])}
      linesOf={linesOf}
      picture={pictureOf(shapeOfFilm(film), film)}
      rules={rules}
      language={transcript.language}
      speakers={transcript.speakers}
      withVideo
      withSafeArea={false}
    />
  )
}

const linesOf = ({ lines }: Cue): readonly CueLine[] => lines
