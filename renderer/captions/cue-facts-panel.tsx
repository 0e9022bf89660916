import { cueFacts } from '#core/captions/cue-facts'
import { readingSpeed } from '#core/captions/costs/reading-speed'
import type { Cue } from '#core/captions/cues'
import { secondsOf } from '#core/notation/lengths'
import type { CaptionRules } from '#core/captions/caption-rules'
import type { Transcript } from '#core/transcript/transcript'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './captions.module.css'
import type { FrameGrid } from '#core/frames/video-frames'
import type { Player } from '../sound/player/player.ts'
import { formatDecimals } from '#core/notation/numbers'
import type { CaptionEditor } from './editing/caption-editor.ts'
import { speedWords } from './fixes/fix-words.ts'
import { CueTimeFields } from './times/cue-time-fields.tsx'
import { useDraggedEdge, withDraggedEdge } from './times/dragged-edge.ts'

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
  const cue = withDraggedEdge(stored, useDraggedEdge(editor))
  const facts = cueFacts(cue)
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
      <CueTimeFields
        editor={editor}
        player={player}
        cue={stored}
        transcript={transcript}
        setFrames={setFrames}
      />
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
