import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './empty-state.module.css'

export interface EmptyStateProps {
  /** One sentence. */
  readonly title: ReactNode
  readonly children?: ReactNode
  /** The action that adds the first item. */
  readonly action?: ReactNode
  readonly className?: string | undefined
}

/** An empty list: one sentence and an action. */
export function EmptyState({ title, children, action, className }: EmptyStateProps) {
  return (
    <div className={classNames(styles.empty, className)}>
      <p className={styles.title}>{title}</p>
      {children}
      {action}
    </div>
  )
}
