import { usePreferences } from '../rpc/queries.ts'
import { Segmented } from '../ui/segmented.tsx'
import { Select } from '../ui/select.tsx'
import { Slider } from '../ui/slider.tsx'
import { Switch } from '../ui/switch.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { useSay } from '../ui/words.tsx'
import { useChangePreferences } from '../preferences/change-preferences.ts'
import styles from './look-section.module.css'
import { Option } from './option.tsx'

export function LookSection() {
  const say = useSay()
  const preferences = usePreferences()
  const change = useChangePreferences()
  return (
    <>
      <Option name={say('look.theme')}>
        <Segmented
          label={say('look.theme')}
          choices={[
            { id: 'system', label: say('look.system') },
            { id: 'light', label: say('look.light') },
            { id: 'dark', label: say('look.dark') },
          ]}
          chosen={preferences.theme}
          onChoose={(theme) => change({ theme })}
        />
      </Option>
      <Option name={say('look.contrast')}>
        <Segmented
          label={say('look.contrast')}
          choices={[
            { id: 'system', label: say('look.system') },
            { id: 'high', label: say('look.high') },
          ]}
          chosen={preferences.contrast}
          onChoose={(contrast) => change({ contrast })}
        />
      </Option>
      <Option name={say('look.motion')}>
        <Segmented
          label={say('look.motion')}
          choices={[
            { id: 'system', label: say('look.system') },
            { id: 'none', label: say('look.none') },
          ]}
          chosen={preferences.motion}
          onChoose={(motion) => change({ motion })}
        />
      </Option>
      <Option name={say('look.language')} hint={say('look.language.hint')}>
        <Select
          label={say('look.language')}
          choices={[
            { id: 'system', label: say('look.system') },
            // Each in its own language, for users who do not read the other.
            { id: 'en', label: 'English' },
            { id: 'fr', label: 'Français' },
          ]}
          chosen={preferences.language}
          onChoose={(language) => change({ language })}
        />
      </Option>
      <Option name={say('look.size')}>
        <TextSize value={preferences.textSize} onChange={(textSize) => change({ textSize })} />
      </Option>
      <Option name={say('look.letters')}>
        <Segmented
          label={say('look.letters')}
          choices={[
            { id: 'serif', label: <span className={styles.serif}>{say('look.serif')}</span> },
            { id: 'sans', label: say('look.sans') },
          ]}
          chosen={preferences.letters}
          onChoose={(letters) => change({ letters })}
        />
      </Option>
      <Option name={say('look.copied-times')} hint={say('look.copied-times.hint')}>
        <Switch
          label={say('look.copied-times')}
          on={preferences.timesInCopiedText}
          onChange={(timesInCopiedText) => change({ timesInCopiedText })}
        />
      </Option>
    </>
  )
}

/** Previewed while dragged, saved on release. */
function TextSize({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  const say = useSay()
  const [shown, setShown] = useDraft(value)
  return (
    <>
      <Slider
        label={say('look.size')}
        value={shown}
        min={0.75}
        max={2}
        step={0.05}
        format={{ style: 'percent' }}
        onChange={setShown}
        onChangeEnd={onChange}
      />
      <span
        className={styles.letters}
        style={{ fontSize: `${(19 * shown).toFixed(1)}px` }}
        aria-hidden="true"
      >
        Aa
      </span>
    </>
  )
}
