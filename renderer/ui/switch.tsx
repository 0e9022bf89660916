import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components'
import styles from './switch.module.css'

export interface SwitchProps {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  /** The visible label; without it `label` is used. */
  readonly children?: ReactNode
  readonly label?: string
  readonly disabled?: boolean
}

export function Switch({ on, onChange, children, label, disabled = false }: SwitchProps) {
  return (
    <AriaSwitch
      className={styles.switch ?? ''}
      isSelected={on}
      onChange={onChange}
      isDisabled={disabled}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      <span className={styles.track} />
      {children}
    </AriaSwitch>
  )
}
