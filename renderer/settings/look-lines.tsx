import { preferences } from '#core/preferences/preferences'
import { useChangePreferences } from '../session/change-preferences.ts'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { Segmented } from '../ui/segmented.tsx'
import { Slider } from '../ui/slider.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { useSay } from '../ui/words.tsx'
import styles from './look-lines.module.css'
import { Option } from './option.tsx'

/** Previewed while dragged, saved on release. */
export function TextSizeLine() {
  const say = useSay()
  const { textSize } = usePreferences()
  const change = useChangePreferences()
  const [shown, setShown] = useDraft(textSize)
  const { min, max } = preferences.textSize.limits
  return (
    <Option name={say('look.size')}>
      <Slider
        label={say('look.size')}
        value={shown}
        min={min}
        max={max}
        step={0.05}
        format={{ style: 'percent' }}
        onChange={setShown}
        onChangeEnd={(chosen) => change({ textSize: chosen })}
      />
      <span
        className={styles.letters}
        style={{ fontSize: `${(19 * shown).toFixed(1)}px` }}
        aria-hidden="true"
      >
        Aa
      </span>
    </Option>
  )
}

export function LettersLine() {
  const say = useSay()
  const { letters } = usePreferences()
  const change = useChangePreferences()
  return (
    <Option name={say('look.letters')}>
      <Segmented
        label={say('look.letters')}
        choices={[
          { id: 'serif', label: <span className={styles.serif}>{say('look.serif')}</span> },
          { id: 'sans', label: say('look.sans') },
        ]}
        chosen={letters}
        onChoose={(chosen) => change({ letters: chosen })}
      />
    </Option>
  )
}
