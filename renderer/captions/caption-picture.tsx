import { useCallback, useState } from 'react'
import type { Cue, CueLine } from '#core/captions/cues'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { useMediaUrl } from '../rpc/use-media-url.ts'
import type { Player } from '../sound/player/player.ts'
import { keepVideoInStep } from '../sound/player/video-in-step.ts'
import { classNames } from '../ui/class-names.ts'
import { useSay } from '../ui/words.tsx'
import { LineText } from './cues/line-text.tsx'
import styles from './picture.module.css'

export type PictureShape = 'wide' | 'tall' | 'square'

/** A caption as it is drawn: where it is, and its lines, of one language or two. */
export interface PicturedCue {
  readonly cue: Cue
  readonly lines: readonly CueLine[]
}

export interface CaptionPictureProps {
  readonly player: Player
  readonly recording: OpenRecording
  /** The captions to draw, in order of start. */
  readonly shown: readonly PicturedCue[]
  readonly shape: PictureShape
  readonly withVideo: boolean
  readonly withSafeArea: boolean
}

/** The video, or a plain area in its place, with captions over it. */
export function CaptionPicture({
  player,
  recording,
  shown,
  shape,
  withVideo,
  withSafeArea,
}: CaptionPictureProps) {
  const say = useSay()
  return (
    <figure
      className={classNames(styles.plate, shape !== 'wide' && styles[shape], !withVideo && styles.soundOnly)}
      aria-label={say('captions.picture')}
    >
      {withVideo && <VideoInStep player={player} recording={recording} />}
      {withSafeArea && <i className={styles.safe} />}
      {[...Map.groupBy(shown, ({ cue }) => cue.position?.vertical ?? 'bottom')].map(([place, cues]) => (
        <p key={place} className={styles.caption} data-place={place}>
          {/* As in films: at the bottom, one that starts later is above the others. */}
          {(place === 'bottom' ? cues.toReversed() : cues).flatMap(({ cue, lines }) =>
            lines.map((each, line) => (
              // Lines have no identity other than their position.
              // oxlint-disable-next-line react/no-array-index-key
              <span key={`${cue.index} ${line}`}>
                <LineText line={each} />
              </span>
            )),
          )}
        </p>
      ))}
    </figure>
  )
}

/** The original's muted video in sync with the sound; shows a note if it cannot be displayed. */
function VideoInStep({ player, recording }: { readonly player: Player; readonly recording: OpenRecording }) {
  const say = useSay()
  const url = useMediaUrl(recording.id, 'original')
  const [failed, setFailed] = useState(false)
  const ref = useCallback(
    (video: HTMLVideoElement | null) => {
      if (video === null) return undefined
      const end = keepVideoInStep(player, video)
      return () => {
        end()
        // Makes the browser close its connection.
        video.removeAttribute('src')
        video.load()
      }
    },
    [player],
  )
  if (failed) return <p className={styles.none}>{say('sound.video.none')}</p>
  return (
    <video
      ref={ref}
      className={styles.video}
      src={url ?? undefined}
      muted
      playsInline
      disablePictureInPicture
      preload="metadata"
      aria-label={say('sound.video')}
      onError={() => setFailed(true)}
      onLoadedMetadata={(event) => {
        // Only the sound of this file can be decoded.
        if (event.currentTarget.videoWidth === 0) setFailed(true)
      }}
    />
  )
}
