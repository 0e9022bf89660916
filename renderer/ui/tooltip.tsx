import type { ReactElement, ReactNode } from 'react'
import { Tooltip as AriaTooltip, type TooltipProps, TooltipTrigger } from 'react-aria-components'
import styles from './tooltip.module.css'

export interface TipProps {
  readonly text: ReactNode
  /** Keys that do the same, shown beside the text. */
  readonly keys?: string | undefined
  readonly placement?: TooltipProps['placement']
  /** One thing of React Aria that can have the focus. */
  readonly children: ReactElement
}

/** A word on what has the pointer or the focus. Never the only place where something is said. */
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
