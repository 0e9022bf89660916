import { formatDecimals } from '#core/notation/numbers'
import { withFrameRate, withRules } from '#core/captions/presets/change-settings'
import { framesPerSecond, type VideoFrames } from '#core/frames/video-frames'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { ChoiceRows } from './choice-rows.tsx'
import { NumberField } from './number-field.tsx'
import { lineRows, type NumberRow, numberRows } from './number-rows.ts'
import styles from './rules.module.css'
import { SpeedRows } from './speed-rows.tsx'
import type { RulesEditor } from './use-rules-editor.ts'

/** Every number of the rules; each applies as it is typed. */
export function RulesNumbers({ editor }: { readonly editor: RulesEditor }) {
  const say = useSay()
  const shownIn = useLanguage()
  const { rules, preset, language } = editor
  const { frameRate } = preset
  const field = (row: NumberRow) => (
    <NumberField
      key={row.id}
      label={row.label[shownIn]}
      unit={row.unit === null ? null : say(row.unit)}
      value={row.value}
      least={row.least}
      most={row.most}
      isWhole={row.isWhole}
      onVisit={editor.startVisit}
      onRefuse={editor.takeBack}
      onChange={(value) =>
        value !== null && editor.change((before) => withRules(before, language, row.changes(value)))
      }
    />
  )
  return (
    <div className={styles.numbers} role="group" aria-label={say('captions.rules.numbers')}>
      {lineRows({ rules, frameRate }).map(field)}
      <SpeedRows editor={editor} />
      {numberRows({ rules, frameRate }).map(field)}
      {editor.video === undefined ? (
        <NumberField
          label={say('captions.rules.frame-rate')}
          unit={say('captions.rules.unit.frame-rate')}
          value={frameRate}
          least={1}
          most={240}
          isOptional
          onVisit={editor.startVisit}
          onRefuse={editor.takeBack}
          onChange={(value) =>
            editor.change((before) => withFrameRate(before, { language, captionRules: before }, value))
          }
        />
      ) : (
        <VideoRate video={editor.video} />
      )}
      <ChoiceRows editor={editor} />
    </div>
  )
}

/** The video's frame rate, which no rules change. */
function VideoRate({ video }: { readonly video: VideoFrames }) {
  const say = useSay()
  const language = useLanguage()
  const rate = formatDecimals(framesPerSecond(video), language, 3)
  return (
    <div className={styles.row}>
      <span>{say('captions.rules.frame-rate')}</span>
      <span className={styles.unit}>
        {say(video.isVariable ? 'captions.rules.frame-rate.varies' : 'captions.rules.frame-rate.video', {
          rate,
        })}
      </span>
    </div>
  )
}
