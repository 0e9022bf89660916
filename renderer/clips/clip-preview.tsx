import { type CSSProperties, useCallback, useSyncExternalStore } from 'react'
import { CAPTION_FONT, LINE_HEIGHT } from '#core/captions/look/caption-font'
import { cuesAt } from '#core/captions/shown-cues'
import type { ClipChoices } from '#core/clips/clip-choices'
import { clipColors } from '#core/clips/clip-colors'
import { type ClipDrawing, playheadX } from '#core/clips/clip-drawing'
import { clipTime } from '#core/clips/clip-kept'
import { CaptionsOver, DrawnCaption } from '../captions/drawn-caption.tsx'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { useMediaUrl } from '../rpc/use-media-url.ts'
import type { Player } from '../sound/player/player.ts'
import { keepVideoInStep } from '../sound/player/video-in-step.ts'
import { useSay } from '../ui/words.tsx'
import styles from './clip.module.css'
import type { ShownClip } from './use-clip.ts'

export interface ClipPreviewProps {
  readonly clip: ShownClip
  readonly choices: ClipChoices
  readonly recording: OpenRecording
  readonly player: Player
  /** A data address. */
  readonly cover: string | null
}

/** Ascent of the captions' typeface, in em. */
const ASCENT = 2_112 / 2_048
/** As often as a film has pictures. */
const STEP_MS = 1_000 / 30

/** A clip as its film shows it, at the position of the player. */
export function ClipPreview({ clip, choices, recording, player, cover }: ClipPreviewProps) {
  const say = useSay()
  const { drawing, spans } = clip
  const { width, height } = drawing.size
  const subscribe = useCallback((listener: () => void) => player.onFrame(listener), [player])
  const ms = useSyncExternalStore(
    subscribe,
    () => Math.floor(clipTime(spans, player.positionMs) / STEP_MS) * STEP_MS,
  )
  // At its very end a film has ended: what was shown before stays.
  const atMs = Math.min(ms, drawing.durationMs - 1)
  return (
    <figure
      className={styles.picture}
      style={{ '--shape': `${width} / ${height}`, background: clipColors.background } as CSSProperties}
      data-shape={choices.shape}
      aria-label={say('clip.preview')}
    >
      {choices.picture === 'video' && <ClipVideo player={player} recording={recording} crop={choices.crop} />}
      <svg className={styles.over} viewBox={`0 0 ${width} ${height}`} role="presentation">
        {drawing.cover !== null && cover !== null && (
          <image {...drawing.cover} href={cover} preserveAspectRatio="xMidYMid slice" />
        )}
        <Drawn drawing={drawing} ms={atMs} />
      </svg>
      <ClipCaptions drawing={drawing} ms={atMs} hasBox={choices.captionBox} />
    </figure>
  )
}

/** Wave, title and names. */
function Drawn({ drawing, ms }: { readonly drawing: ClipDrawing; readonly ms: number }) {
  const { bars, playhead, texts } = drawing
  return (
    <>
      {bars.map(({ color, ...box }) => (
        <rect key={box.x} {...box} rx={Math.min(box.width, box.height) / 2} fill={color} />
      ))}
      {playhead !== null && bars.length > 0 && (
        <rect {...playhead} x={playheadX(drawing, ms)} fill={clipColors.spoken} />
      )}
      {texts
        .filter(({ startMs, endMs }) => startMs <= ms && ms < endMs)
        .map(({ text, x, y, size, color, outline }) => {
          const em = Math.round(size * LINE_HEIGHT) / LINE_HEIGHT
          return (
            <text
              key={y}
              x={x}
              y={y + ASCENT * em}
              fill={color}
              stroke="#000"
              strokeWidth={2 * outline}
              strokeLinejoin="round"
              paintOrder="stroke"
              style={{ fontFamily: `'${CAPTION_FONT}', var(--ui)`, fontSize: `${em}px` }}
            >
              {text}
            </text>
          )
        })}
    </>
  )
}

interface ClipCaptionsProps {
  readonly drawing: ClipDrawing
  readonly ms: number
  readonly hasBox: boolean
}

function ClipCaptions({ drawing, ms, hasBox }: ClipCaptionsProps) {
  const { captions, size, look } = drawing
  const shown = cuesAt(captions, ms).flatMap((index) => captions[index] ?? [])
  if (shown.length === 0) return null
  return (
    <CaptionsOver picture={size}>
      {shown.toReversed().map((cue) => {
        const word = cue.parts.find(({ startMs, endMs }) => startMs <= ms && ms < endMs)?.word ?? null
        return (
          <DrawnCaption
            key={cue.index}
            picture={size}
            lines={cue.lines}
            below={cue.below}
            position={cue.position}
            look={look}
            hasBox={hasBox}
            speakers={[]}
            spoken={word === null ? undefined : { line: word.line, word, color: clipColors.spoken }}
          />
        )
      })}
    </CaptionsOver>
  )
}

interface ClipVideoProps {
  readonly player: Player
  readonly recording: OpenRecording
  readonly crop: number
}

function ClipVideo({ player, recording, crop }: ClipVideoProps) {
  const say = useSay()
  const url = useMediaUrl(recording.id, 'original')
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
  return (
    <video
      ref={ref}
      className={styles.video}
      style={{ objectPosition: `${crop}% ${crop}%` }}
      src={url ?? undefined}
      muted
      playsInline
      disablePictureInPicture
      preload="auto"
      aria-label={say('sound.video')}
    />
  )
}
