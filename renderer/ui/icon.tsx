import { classNames } from './class-names.ts'
import { type IconName, iconShapes } from './icon-shapes.ts'
import styles from './icon.module.css'

export type { IconName } from './icon-shapes.ts'

export interface IconProps {
  readonly name: IconName
  /** 16 px in place of 20. */
  readonly small?: boolean
  readonly className?: string | undefined
}

/** A drawing in the color of the text beside it. It says nothing by itself: the words stand beside it. */
export function Icon({ name, small = false, className }: IconProps) {
  return (
    <svg
      className={classNames(styles.icon, small && styles.small, className)}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={iconShapes[name]} />
    </svg>
  )
}
