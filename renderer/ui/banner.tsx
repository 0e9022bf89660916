import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

export interface BannerProps {
  /** What happened, in one sentence. */
  readonly title: ReactNode
  /** What is safe and what to do. */
  readonly children?: ReactNode
  /** Buttons on the right. */
  readonly actions?: ReactNode
  readonly tone?: 'danger' | 'warn'
  readonly className?: string | undefined
}

/** An error of the machine, shown where it matters. Announced when it appears. */
export function Banner({ title, children, actions, tone = 'danger', className }: BannerProps) {
  return (
    <div role="alert" className={classNames(styles.banner, tone === 'warn' && styles.warn, className)}>
      <Icon name="warn" />
      <div>
        <p className={styles.title}>{title}</p>
        {children}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
