import type { ReactElement, ReactNode } from 'react'
import { Tooltip as AriaTooltip, type TooltipProps, TooltipTrigger } from 'react-aria-components'
import styles from './tooltip.module.css'

export interface TipProps {
  readonly text: ReactNode
  /** Equivalent keys, shown next to the text. */
  readonly keys?: string | undefined
  readonly placement?: TooltipProps['placement']
  /** A single focusable React Aria component. */
  readonly children: ReactElement
}

/** A tooltip on hover or focus. Never the only place for a piece of information. */
export function Tip({ text, keys, placement = 'bottom', children }: TipProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={100}>
      {children}
      <AriaTooltip className={styles.tip ?? ''} offset={6} placement={placement}>
        {text}
        {keys && <kbd>{keys}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
