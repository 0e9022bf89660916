import { formatTyped } from '#core/notation/numbers'
import type { ReadablePoint } from '#core/captions/caption-rules'
import { baseOf, type RuleChanges, withRules } from '#core/captions/presets/change-settings'
import { numberRules } from '#core/captions/presets/number-rules'
import { presets } from '#core/captions/presets/presets'
import type { CaptionRules } from '#core/captions/caption-rules'
import { Select } from '../../ui/select.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { NumberField } from './number-field.tsx'
import styles from './rules.module.css'
import type { RulesEditor } from './use-rules-editor.ts'

type Measure = 'characters' | 'words' | 'table'

/**
 * The number of words per minute of subtitles that most people can read (BBC Subtitle Guidelines v1.2 §4).
 */
const USUAL_WORDS_PER_MINUTE = 180

/**
 * Reading speed and its measure: characters per second, words per minute, or a table of what can be read in a
 * given time.
 */
export function SpeedRows({ editor }: { readonly editor: RulesEditor }) {
  const say = useSay()
  const language = useLanguage()
  const { rules, settings } = editor
  const measure = measureOf(rules)
  const usual = presets[baseOf(settings)].rulesFor(editor.language)
  const change = (changes: RuleChanges): void =>
    editor.change((before) => withRules(before, editor.language, changes))
  const measures: readonly Measure[] = ['characters', 'words', ...tableOf(usual, rules)]
  const speed = measure === 'words' ? 'wordsPerMinute' : 'charactersPerSecond'
  const [least, most] = numberRules[speed].range
  return (
    <>
      <div className={styles.speed}>
        {measure === 'table' ? (
          <span>{say('captions.rules.speed')}</span>
        ) : (
          <NumberField
            label={say('captions.rules.speed')}
            unit={null}
            value={rules[speed] ?? 0}
            least={least}
            most={most}
            onVisit={editor.startVisit}
            onRefuse={editor.takeBack}
            onChange={(next) => next !== null && change({ [speed]: next })}
          />
        )}
        <Select
          size="small"
          label={say('captions.rules.speed.unit')}
          choices={measures.map((id) => ({ id, label: say(`captions.rules.speed.${id}`) }))}
          chosen={measure}
          onChoose={(next) => {
            editor.startVisit()
            change(changesTo(next, usual))
          }}
        />
      </div>
      {measure === 'table' &&
        (rules.readable ?? []).map((point, index, points) => (
          <NumberField
            key={point.ms}
            label={say('captions.rules.speed.point', { seconds: formatTyped(point.ms / 1_000, language) })}
            unit={say('captions.rules.speed.point.unit')}
            value={point.characters}
            least={points[index - 1]?.characters ?? 1}
            most={points[index + 1]?.characters ?? 1_000}
            onVisit={editor.startVisit}
            onRefuse={editor.takeBack}
            onChange={(next) => next !== null && change({ readable: withPoint(points, index, next) })}
          />
        ))}
    </>
  )
}

function measureOf({ readable, wordsPerMinute }: CaptionRules): Measure {
  return readable === undefined ? (wordsPerMinute === undefined ? 'characters' : 'words') : 'table'
}

/** Only presets with a table offer it. */
function tableOf(usual: CaptionRules, rules: CaptionRules): readonly Measure[] {
  return usual.readable === undefined && rules.readable === undefined ? [] : ['table']
}

function changesTo(measure: Measure, usual: CaptionRules): RuleChanges {
  const wordsPerMinute = usual.wordsPerMinute ?? USUAL_WORDS_PER_MINUTE
  switch (measure) {
    case 'characters':
      return { wordsPerMinute: null, readable: null }
    case 'words':
      return { wordsPerMinute, readable: null }
    case 'table':
      return { wordsPerMinute: null, readable: pointsAsJson(usual.readable ?? []) }
  }
}

const pointsAsJson = (points: readonly ReadablePoint[]) =>
  points.map(({ ms, characters }) => ({ ms, characters }))

const withPoint = (points: readonly ReadablePoint[], index: number, characters: number) =>
  pointsAsJson(points).map((point, at) => (at === index ? { ...point, characters } : point))
