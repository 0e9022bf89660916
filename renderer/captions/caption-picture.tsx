import { type CSSProperties, useCallback, useMemo, useState } from 'react'
import type { CaptionRules } from '#core/captions/caption-rules'
import type { Cue, CueLine } from '#core/captions/cues'
import { captionLook, type PictureSize } from '#core/captions/look/caption-look'
import { fittingLines } from '#core/captions/look/fitting-lines'
import { linesBelow } from '#core/captions/look/lines-below'
import type { Speaker } from '#core/transcript/transcript'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { useMediaUrl } from '../rpc/use-media-url.ts'
import type { Player } from '../sound/player/player.ts'
import { keepVideoInStep } from '../sound/player/video-in-step.ts'
import { classNames } from '../ui/class-names.ts'
import { useSay } from '../ui/words.tsx'
import { CaptionsOver, DrawnCaption } from './drawn-caption.tsx'
import { formOf } from './picture-shape.ts'
import styles from './picture.module.css'
import { useCaptionEdge } from './use-caption-edge.ts'

export interface CaptionPictureProps {
  readonly player: Player
  readonly recording: OpenRecording
  readonly cues: readonly Cue[]
  /** Those of them that are drawn, in order of start. */
  readonly shown: readonly Cue[]
  /** Their lines, of one language or two; the same function while they are the same. */
  readonly linesOf: (cue: Cue) => readonly CueLine[]
  readonly picture: PictureSize
  /** The captions' rules, and the language that they are for. */
  readonly rules: CaptionRules
  readonly language: string
  /** In the order of their colors. */
  readonly speakers: readonly Pick<Speaker, 'id'>[]
  readonly withVideo: boolean
  readonly withSafeArea: boolean
}

/** The video, or a plain area in its place, with captions over it. */
export function CaptionPicture({
  player,
  recording,
  cues,
  shown,
  linesOf,
  picture,
  rules,
  language,
  speakers,
  withVideo,
  withSafeArea,
}: CaptionPictureProps) {
  const say = useSay()
  const { hasBox, hasColors } = useCaptionEdge()
  const form = formOf(picture)
  // Without a video only the caption is of interest.
  const isLow = !recording.hasVideo && form === 'wide'
  const look = captionLook(picture, rules, language)
  const { widestEm } = look
  const below = useMemo(
    () => linesBelow(cues, (cue) => fittingLines(linesOf(cue), widestEm).length),
    [cues, linesOf, widestEm],
  )
  return (
    <figure
      className={classNames(
        styles.plate,
        form !== 'wide' && styles[form],
        form !== 'wide' && styles.cropped,
        !withVideo && styles.soundOnly,
        isLow && styles.low,
      )}
      style={{ '--shape': `${picture.width} / ${picture.height}` } as CSSProperties}
      data-vertical={shown[0]?.position?.vertical ?? 'bottom'}
      aria-label={say('captions.picture')}
    >
      {withVideo && <VideoInStep player={player} recording={recording} />}
      {withSafeArea && <i className={styles.safe} />}
      {shown.length > 0 && (
        <CaptionsOver picture={picture}>
          {/* The order of the picture: at its bottom, one that starts later is above the others. */}
          {shown.toReversed().map((cue) => (
            <DrawnCaption
              key={cue.index}
              picture={picture}
              lines={fittingLines(linesOf(cue), widestEm)}
              below={below[cue.index] ?? 0}
              position={cue.position}
              look={look}
              hasBox={hasBox}
              speakers={hasColors ? speakers : []}
            />
          ))}
        </CaptionsOver>
      )}
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
