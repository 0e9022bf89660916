import type { ReactNode } from 'react'
import type { WireError } from '#contracts/errors'
import styles from './banner.module.css'
import { classNames } from './class-names.ts'
import { DetailsMenu } from './details-menu.tsx'
import { Icon, type IconName } from './icon.tsx'

export interface BannerProps {
  /** What happened, in one sentence. */
  readonly title: ReactNode
  /** What is safe and what to do. */
  readonly children?: ReactNode
  /** Buttons on the right. */
  readonly actions?: ReactNode
  /** Its code and details are copied from a menu. */
  readonly error?: WireError | undefined
  /**
   * `danger`: it has stopped; `warn`: it continues with a problem; `plain`: in progress, or for information.
   */
  readonly tone?: 'danger' | 'warn' | 'plain'
  readonly icon?: IconName
  /** `status`: read out without interrupting. */
  readonly role?: 'alert' | 'status'
  readonly className?: string | undefined
}

/** An error of the machine, shown where it matters. Announced when it appears. */
export function Banner({
  title,
  children,
  actions,
  error,
  tone = 'danger',
  icon = 'warn',
  role = 'alert',
  className,
}: BannerProps) {
  return (
    <div role={role} className={classNames(styles.banner, tone !== 'danger' && styles[tone], className)}>
      <Icon name={icon} />
      <div>
        <p className={styles.title}>{title}</p>
        {children}
      </div>
      {(actions || error) && (
        <div className={styles.actions}>
          {actions}
          {error && <DetailsMenu error={error} isSmall />}
        </div>
      )}
    </div>
  )
}
