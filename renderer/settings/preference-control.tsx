import type { ChoiceLabel } from '#core/preferences/preference'
import { NumberStepper } from '../ui/number-stepper.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Select } from '../ui/select.tsx'
import { Switch } from '../ui/switch.tsx'
import { useSay } from '../ui/words.tsx'
import { DraggedNumber } from './dragged-number.tsx'
import type { DrawnPreference } from './shown-preferences.ts'

interface ControlProps<Of = DrawnPreference> {
  readonly preference: Of
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** The control of a preference, by its kind. */
export function PreferenceControl({ preference, ...rest }: ControlProps) {
  const say = useSay()
  switch (preference.kind) {
    case 'switch':
      return <Switch label={say(preference.line.name)} on={rest.value === true} onChange={rest.onChange} />
    case 'choice':
      return <ChoiceControl preference={preference} {...rest} />
    case 'number':
      return <NumberControl preference={preference} {...rest} />
  }
}

type Drawn<Kind> = Extract<DrawnPreference, { readonly kind: Kind }>

function ChoiceControl({ preference: { line }, value, onChange }: ControlProps<Drawn<'choice'>>) {
  const say = useSay()
  const wordsOf = (label: ChoiceLabel): string => (typeof label === 'string' ? say(label) : label.asIs)
  const choices = Object.entries(line.labels).map(([id, label]) => ({ id, label: wordsOf(label) }))
  const Choice = line.control === 'list' ? Select : Segmented
  return <Choice label={say(line.name)} choices={choices} chosen={String(value)} onChoose={onChange} />
}

function NumberControl({ preference: { limits, line }, value, onChange }: ControlProps<Drawn<'number'>>) {
  const say = useSay()
  const common = { label: say(line.name), value: Number(value) }
  if (line.control === 'slider') {
    const { step, format } = line
    return <DraggedNumber {...common} limits={limits} step={step} format={format} onChange={onChange} />
  }
  return (
    <NumberStepper
      label={common.label}
      value={common.value / 1000}
      min={limits.min / 1000}
      max={limits.max / 1000}
      step={0.5}
      chars={4}
      unit="s"
      onChange={(chosen) => onChange(Math.round(chosen * 1000))}
    />
  )
}
