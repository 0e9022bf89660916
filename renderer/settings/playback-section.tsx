import type { Preferences } from '#contracts/settings'
import { usePreferences } from '../rpc/queries.ts'
import { NumberStepper } from '../ui/number-stepper.tsx'
import { Slider } from '../ui/slider.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { useLanguage, useSay } from '../ui/words.tsx'
import { useChangePreferences } from '../preferences/change-preferences.ts'
import { Option } from './option.tsx'
import styles from './settings.module.css'

type Playback = Preferences['playback']

const seconds = { style: 'unit', unit: 'second', unitDisplay: 'narrow' } as const

export function PlaybackSection() {
  const say = useSay()
  const { playback } = usePreferences()
  const change = useChangePreferences()
  const set = (patch: Partial<Playback>): void => change({ playback: { ...playback, ...patch } })
  return (
    <>
      <Dragged
        name="playback.rate"
        hint={say('playback.rate.hint')}
        value={playback.rate}
        min={0.5}
        max={3}
        step={0.05}
        format={{ minimumFractionDigits: 1, maximumFractionDigits: 2 }}
        onChange={(rate) => set({ rate })}
      />
      <Dragged
        name="playback.volume"
        value={playback.volume}
        min={0}
        max={1}
        step={0.05}
        format={{ style: 'percent' }}
        onChange={(volume) => set({ volume })}
      />
      <Seconds
        name="playback.rewind"
        hint={say('playback.rewind.hint')}
        ms={playback.rewindOnResumeMs}
        min={0}
        max={10}
        onChange={(rewindOnResumeMs) => set({ rewindOnResumeMs })}
      />
      <Seconds
        name="playback.short"
        ms={playback.shortSkipMs}
        min={0.5}
        max={30}
        onChange={(shortSkipMs) => set({ shortSkipMs })}
      />
      <Seconds
        name="playback.long"
        ms={playback.longSkipMs}
        min={0.5}
        max={60}
        onChange={(longSkipMs) => set({ longSkipMs })}
      />
    </>
  )
}

interface DraggedProps {
  readonly name: 'playback.rate' | 'playback.volume'
  readonly hint?: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly format: Intl.NumberFormatOptions
  readonly onChange: (value: number) => void
}

function Dragged({ name, hint, value, min, max, step, format, onChange }: DraggedProps) {
  const say = useSay()
  const language = useLanguage()
  const [shown, setShown] = useDraft(value)
  return (
    <Option name={say(name)} hint={hint}>
      <Slider
        label={say(name)}
        value={shown}
        min={min}
        max={max}
        step={step}
        format={format}
        onChange={setShown}
        onChangeEnd={onChange}
      />
      <span className={styles.figure} aria-hidden="true">
        {new Intl.NumberFormat(language, format).format(shown)}
      </span>
    </Option>
  )
}

interface SecondsProps {
  readonly name: 'playback.rewind' | 'playback.short' | 'playback.long'
  readonly hint?: string
  readonly ms: number
  readonly min: number
  readonly max: number
  readonly onChange: (ms: number) => void
}

function Seconds({ name, hint, ms, min, max, onChange }: SecondsProps) {
  const say = useSay()
  return (
    <Option name={say(name)} hint={hint}>
      <NumberStepper
        label={say(name)}
        value={ms / 1000}
        min={min}
        max={max}
        step={0.5}
        chars={9}
        format={seconds}
        onChange={(value) => onChange(Math.round(value * 1000))}
      />
    </Option>
  )
}
