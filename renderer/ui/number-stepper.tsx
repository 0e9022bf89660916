import { useId } from 'react'
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
  /** Beside the number, as its formats write no space before a unit in some languages. */
  readonly unit?: string
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
  unit,
  chars = 4,
  disabled = false,
}: NumberStepperProps) {
  const unitId = useId()
  return (
    <NumberField
      aria-label={label}
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      isDisabled={disabled}
      onChange={(next) => !Number.isNaN(next) && onChange(next)}
      {...(unit === undefined ? {} : { 'aria-describedby': unitId })}
    >
      <Group className={styles.group ?? ''}>
        <Button slot="decrement">
          <Icon name="minus" small />
        </Button>
        <Input style={{ width: `${chars}ch` }} />
        {unit !== undefined && (
          <span id={unitId} className={styles.unit}>
            {unit}
          </span>
        )}
        <Button slot="increment">
          <Icon name="plus" small />
        </Button>
      </Group>
    </NumberField>
  )
}
