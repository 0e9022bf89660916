import type { ReactNode } from 'react'
import styles from './settings.module.css'

export interface OptionProps {
  readonly name: ReactNode
  readonly hint?: ReactNode
  /** Its control or its value, on the right. */
  readonly children: ReactNode
}

/** One line of the settings. */
export function Option({ name, hint, children }: OptionProps) {
  return (
    <div className={styles.option}>
      <div>
        <p>{name}</p>
        {hint !== undefined && <div className={styles.meta}>{hint}</div>}
      </div>
      <div className={styles.value}>{children}</div>
    </div>
  )
}
