import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components'
import styles from './checkbox.module.css'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

export interface CheckboxProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children?: ReactNode
  readonly label?: string
  /** Id of its description. */
  readonly describedBy?: string
  readonly disabled?: boolean
  /** Some, but not all, of what it covers is selected. */
  readonly indeterminate?: boolean
}

export function Checkbox({
  checked,
  onChange,
  children,
  label,
  describedBy,
  disabled = false,
  indeterminate = false,
}: CheckboxProps) {
  return (
    <AriaCheckbox
      className={classNames(styles.checkbox, children === undefined && styles.alone)}
      isSelected={checked}
      isIndeterminate={indeterminate}
      onChange={onChange}
      isDisabled={disabled}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
    >
      <span className={styles.box}>
        <Icon name={indeterminate ? 'minus' : 'check'} small />
      </span>
      {children}
    </AriaCheckbox>
  )
}
