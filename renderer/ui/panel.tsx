import type { ReactNode, Ref } from 'react'
import { classNames } from './class-names.ts'
import styles from './panel.module.css'

interface PanelPartProps {
  readonly children: ReactNode
  /** Its outer buttons have no edge: their words stand on the panel's edge. */
  readonly quiet?: boolean
}

/** Above what scrolls in a panel. */
export function PanelHead({ children, quiet = false }: PanelPartProps) {
  return <div className={classNames(styles.head, quiet && styles.quiet)}>{children}</div>
}

export interface PanelScrollProps {
  readonly children: ReactNode
  /** Takes the focus when a pressed button is removed with its row. */
  readonly ref?: Ref<HTMLDivElement>
}

/** The part of a panel that scrolls, however long it is. */
export function PanelScroll({ children, ref }: PanelScrollProps) {
  return (
    <div ref={ref} tabIndex={-1} className={styles.scroll}>
      {children}
    </div>
  )
}

/** The actions of a panel, always in view. */
export function PanelFoot({ children, quiet = false }: PanelPartProps) {
  return <div className={classNames(styles.foot, quiet && styles.quiet)}>{children}</div>
}

export function PanelSpace() {
  return <span className={styles.space} />
}
