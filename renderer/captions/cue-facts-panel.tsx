import { cueFacts } from '#core/captions/cue-facts'
import { readingSpeed } from '#core/captions/costs/reading-speed'
import type { Cue } from '#core/captions/cues'
import { secondsOf } from '#core/notation/lengths'
import type { CaptionRules } from '#core/captions/caption-rules'
import type { Transcript } from '#core/transcript/transcript'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './captions.module.css'
import type { FrameGrid } from '#core/frames/video-frames'
import { frameGridOf } from '#core/captions/presets/transcript-rules'
import type { Player } from '../sound/player/player.ts'
import { cueTime, useShownFrames } from './cues/cue-time.ts'
import { formatDecimals } from '#core/notation/numbers'
import type { CaptionEditor } from './editing/caption-editor.ts'
import { speedWords } from './fixes/fix-words.ts'
import { useDraggedEdge, withDraggedEdge } from './times/dragged-edge.ts'
import type { Side } from './times/edge-limits.ts'
import { moveEdges } from './times/move-edges.ts'
import { refusedTime } from './times/refused-time.ts'
import { TimeField } from './times/time-field.tsx'

export interface CueFactsPanelProps {
  readonly editor: CaptionEditor
  readonly player: Player
  readonly cue: Cue
  readonly rules: CaptionRules
  readonly transcript: Transcript
  /** On which set times lie. */
  readonly setFrames: FrameGrid | null
}

/** The figures of a caption next to the limits of its rules; updated while an edge is dragged. */
export function CueFactsPanel(props: CueFactsPanelProps) {
  const { editor, player, cue: stored, rules, transcript, setFrames } = props
  const say = useSay()
  const language = useLanguage()
  const shownFrames = useShownFrames(transcript)
  const frames = frameGridOf(transcript)
  const cue = withDraggedEdge(stored, useDraggedEdge(editor))
  const facts = cueFacts(cue)
  const clock = (ms: number): string => cueTime(ms, language, shownFrames)
  const refusal = (side: Side, ms: number): string | null =>
    refusedTime(editor.context(), { cue: stored, side, ms }, setFrames, { say, clock })
  const { value, limit, unit } = readingSpeed(cue, rules)
  const longest = { value: facts.longestLine, limit: rules.maxCharactersPerLine }
  const figures = [
    [
      say('captions.shown-for'),
      say('captions.shown-for.value', { seconds: secondsOf(facts.durationMs, language) }),
    ],
    [
      say('captions.reading-speed'),
      limit === null
        ? speedWords(cue, rules, say, language)
        : say(`captions.reading-speed.${unit}`, {
            value: formatDecimals(value, language),
            limit: formatDecimals(limit, language),
          }),
    ],
    [
      say('captions.longest-line'),
      limit === null ? String(longest.value) : say('captions.longest-line.value', longest),
    ],
  ]
  return (
    <section>
      <h2 className={styles.factsHead}>{say('captions.number', { number: cue.index + 1 })}</h2>
      <div className={styles.timeFields}>
        <TimeField
          key={`in ${cue.index}`}
          label={say('captions.in')}
          ms={cue.startMs}
          shownFrames={shownFrames}
          frames={frames}
          refusal={(ms) => refusal('start', ms)}
          onTime={(startMs) => moveEdges(editor, player, stored.index, { startMs }, { frames: setFrames })}
        />
        <TimeField
          key={`out ${cue.index}`}
          label={say('captions.out')}
          ms={cue.endMs}
          shownFrames={shownFrames}
          frames={frames}
          refusal={(ms) => refusal('end', ms)}
          onTime={(endMs) => moveEdges(editor, player, stored.index, { endMs }, { frames: setFrames })}
        />
      </div>
      <dl className={styles.facts} data-figures>
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
