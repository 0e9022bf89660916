import { classNames } from './class-names.ts'
import { type IconName, iconShapes } from './icon-shapes.ts'
import styles from './icon.module.css'

export type { IconName } from './icon-shapes.ts'

export interface IconProps {
  readonly name: IconName
  /** 16 px instead of 20. */
  readonly small?: boolean
  /** Filled, not only outlined. */
  readonly filled?: boolean
  readonly className?: string | undefined
}

/** An icon in the color of the text. Hidden from screen readers: the text next to it has the meaning. */
export function Icon({ name, small = false, filled = false, className }: IconProps) {
  return (
    <svg
      className={classNames(styles.icon, small && styles.small, filled && styles.filled, className)}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={iconShapes[name]} />
    </svg>
  )
}
