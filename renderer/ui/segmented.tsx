import type { ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './segmented.module.css'

export interface SegmentedProps<Id extends string> {
  readonly label: string
  readonly choices: readonly { readonly id: Id; readonly label: ReactNode; readonly disabled?: boolean }[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
  readonly className?: string | undefined
}

/** One of two to four options; arrow keys change it. */
export function Segmented<Id extends string>({
  label,
  choices,
  chosen,
  onChoose,
  className,
}: SegmentedProps<Id>) {
  return (
    <RadioGroup
      className={classNames(styles.group, className)}
      aria-label={label}
      orientation="horizontal"
      value={chosen}
      onChange={(value) => onChoose(value as Id)}
    >
      {choices.map((choice) => (
        <Radio
          key={choice.id}
          value={choice.id}
          className={styles.choice ?? ''}
          isDisabled={choice.disabled ?? false}
        >
          {choice.label}
        </Radio>
      ))}
    </RadioGroup>
  )
}
