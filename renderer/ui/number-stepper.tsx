import { Button, Group, Input, NumberField } from 'react-aria-components'
import { Icon } from './icon.tsx'
import styles from './number-stepper.module.css'

export interface NumberStepperProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  readonly onChange: (value: number) => void
  /** Number format, e.g. with a unit: `{style: 'unit', unit: 'second'}`. */
  readonly format?: Intl.NumberFormatOptions
  /** Width of the number in `ch`. */
  readonly chars?: number
  readonly disabled?: boolean
}

/** A number field with buttons to decrease and increase; arrow keys and typing work too. */
export function NumberStepper({
  label,
  value,
  min,
  max,
  step = 1,
  onChange,
  format,
  chars = 4,
  disabled = false,
}: NumberStepperProps) {
  return (
    <NumberField
      aria-label={label}
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      isDisabled={disabled}
      onChange={(next) => !Number.isNaN(next) && onChange(next)}
      {...(format ? { formatOptions: format } : {})}
    >
      <Group className={styles.group ?? ''}>
        <Button slot="decrement">
          <Icon name="minus" small />
        </Button>
        <Input style={{ width: `${chars}ch` }} />
        <Button slot="increment">
          <Icon name="plus" small />
        </Button>
      </Group>
    </NumberField>
  )
}
