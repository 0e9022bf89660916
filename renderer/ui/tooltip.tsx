import type { ComponentProps, ReactElement, ReactNode } from 'react'
import { Focusable, Tooltip as AriaTooltip, type TooltipProps, TooltipTrigger } from 'react-aria-components'
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

/** The same for a link of the router, which is no React Aria component. */
export function LinkTip({
  children,
  ...tip
}: Omit<TipProps, 'children'> & { readonly children: FocusableChild }) {
  return (
    <Tip {...tip}>
      <Focusable>{children}</Focusable>
    </Tip>
  )
}

type FocusableChild = ComponentProps<typeof Focusable>['children']
