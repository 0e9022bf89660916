import type { ReactNode } from 'react'
import type { WireError } from '#contracts/errors'
import { classNames } from './class-names.ts'
import { DetailsMenu } from './details-menu.tsx'
import styles from './trouble.module.css'

export interface TroubleProps {
  /** In place of a screen or a text, above a text (pushes it down), or in a row of a list. */
  readonly form?: 'page' | 'strip' | 'row'
  /** What happened, in one sentence. */
  readonly what: ReactNode
  /** Why, what is safe, what to do. */
  readonly why?: ReactNode
  /** The one button that does it. */
  readonly way?: ReactNode
  /** Its code and details can be copied. */
  readonly error?: WireError | undefined
  /** Further items of the menu. */
  readonly menu?: ReactNode
  /** Something is lost: red instead of amber. */
  readonly isLoss?: boolean
  /** How it is read out when it appears; `none` for what is not new, such as an empty list. */
  readonly announced?: 'alert' | 'status' | 'none'
  readonly className?: string | undefined
}

/** The one form of what went wrong, is not there, or is not there yet. */
export function Trouble({
  form = 'page',
  what,
  why,
  way,
  error,
  menu,
  isLoss = false,
  announced = 'alert',
  className,
}: TroubleProps) {
  const hasMenu = error !== undefined || menu !== undefined
  const hasWay = way !== undefined && way !== null && way !== false
  const hint = (text: ReactNode): { title?: string } =>
    form === 'row' && typeof text === 'string' ? { title: text } : {}
  const What = form === 'page' ? 'h2' : 'p'
  return (
    <div
      className={classNames(styles.trouble, styles[form], isLoss && styles.loss, className)}
      {...(announced === 'none' ? {} : { role: announced })}
    >
      <What className={styles.what} {...hint(what)}>
        {what}
      </What>
      {why !== undefined && (
        <div className={styles.why} {...hint(why)}>
          {why}
        </div>
      )}
      {(hasWay || hasMenu) && (
        <div className={styles.acts}>
          {way}
          {hasMenu && (
            <DetailsMenu error={error} isSmall={form !== 'page'}>
              {menu}
            </DetailsMenu>
          )}
        </div>
      )}
    </div>
  )
}
