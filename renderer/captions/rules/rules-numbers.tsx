import { withFrameRate, withRules } from '#core/captions/presets/change-settings'
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
      <NumberField
        label={say('captions.rules.frame-rate')}
        unit={say('captions.rules.unit.frame-rate')}
        value={frameRate}
        least={1}
        most={240}
        isOptional
        onVisit={editor.startVisit}
        onChange={(value) =>
          editor.change((before) => withFrameRate(before, { language, captionRules: before }, value))
        }
      />
      <ChoiceRows editor={editor} />
    </div>
  )
}
