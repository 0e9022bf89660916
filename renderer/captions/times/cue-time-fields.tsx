import type { Cue } from '#core/captions/cues'
import { frameGridOf } from '#core/captions/presets/transcript-rules'
import type { FrameGrid } from '#core/frames/video-frames'
import type { Transcript } from '#core/transcript/transcript'
import type { Player } from '../../sound/player/player.ts'
import { useLanguage, useSay } from '../../ui/words.tsx'
import styles from '../captions.module.css'
import { cueTime, useShownFrames } from '../cues/cue-time.ts'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import { useDraggedEdge, withDraggedEdge } from './dragged-edge.ts'
import type { Side } from './edge-limits.ts'
import { moveEdges } from './move-edges.ts'
import { refusedTime } from './refused-time.ts'
import { TimeField } from './time-field.tsx'

export interface CueTimeFieldsProps {
  readonly editor: CaptionEditor
  readonly player: Player
  readonly cue: Cue
  readonly transcript: Transcript
  /** On which set times lie. */
  readonly setFrames: FrameGrid | null
}

/** When a caption appears and goes, to be typed; both follow an edge while it is dragged. */
export function CueTimeFields({ editor, player, cue, transcript, setFrames }: CueTimeFieldsProps) {
  const say = useSay()
  const language = useLanguage()
  const shownFrames = useShownFrames(transcript)
  const frames = frameGridOf(transcript)
  const shown = withDraggedEdge(cue, useDraggedEdge(editor))
  const clock = (ms: number): string => cueTime(ms, language, shownFrames)
  const refusal = (side: Side, ms: number): string | null =>
    refusedTime(editor.context(), { cue, side, ms }, setFrames, { say, clock })
  return (
    <div className={styles.timeFields}>
      <TimeField
        key={`in ${cue.index}`}
        label={say('captions.in')}
        ms={shown.startMs}
        shownFrames={shownFrames}
        frames={frames}
        refusal={(ms) => refusal('start', ms)}
        onTime={(startMs) => moveEdges(editor, player, cue.index, { startMs }, { frames: setFrames })}
      />
      <TimeField
        key={`out ${cue.index}`}
        label={say('captions.out')}
        ms={shown.endMs}
        shownFrames={shownFrames}
        frames={frames}
        refusal={(ms) => refusal('end', ms)}
        onTime={(endMs) => moveEdges(editor, player, cue.index, { endMs }, { frames: setFrames })}
      />
    </div>
  )
}
