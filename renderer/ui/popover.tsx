import type { ReactNode, RefObject } from 'react'
import {
  Dialog as AriaDialog,
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './popover.module.css'

export interface PopoverProps {
  /** Its name for screen readers. */
  readonly label: string
  readonly children: ReactNode
  /** With `onClose` and `anchor` if there is no DialogTrigger of React Aria around it. */
  readonly open?: boolean
  readonly onClose?: () => void
  readonly anchor?: RefObject<Element | null>
  readonly placement?: AriaPopoverProps['placement']
  readonly className?: string | undefined
}

/**
 * Opens next to its anchor and closes on Escape or a click elsewhere. Inside a DialogTrigger, or controlled
 * by `open`.
 */
export function Popover({
  label,
  children,
  open,
  onClose,
  anchor,
  placement = 'bottom start',
  className,
}: PopoverProps) {
  return (
    <AriaPopover
      className={classNames(styles.popover, className)}
      placement={placement}
      offset={6}
      {...(open === undefined ? {} : { isOpen: open })}
      {...(onClose ? { onOpenChange: (isOpen: boolean) => !isOpen && onClose() } : {})}
      {...(anchor ? { triggerRef: anchor } : {})}
    >
      <AriaDialog className={styles.dialog ?? ''} aria-label={label}>
        {children}
      </AriaDialog>
    </AriaPopover>
  )
}

export const popoverClass = styles.popover ?? ''
