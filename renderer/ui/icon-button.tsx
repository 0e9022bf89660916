import { Button, type ButtonProps } from './button.tsx'
import type { IconName } from './icon.tsx'
import { Tip, type TipProps } from './tooltip.tsx'

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> {
  readonly icon: IconName
  /** Its name: the action, as a verb. Shown as a tooltip and read by screen readers. */
  readonly label: string
  /** Equivalent keys, for the tooltip. */
  readonly keys?: string | undefined
  readonly tipPlacement?: TipProps['placement']
}

export function IconButton({ label, keys, tipPlacement = 'bottom', ...rest }: IconButtonProps) {
  return (
    <Tip text={label} keys={keys} placement={tipPlacement}>
      <Button {...rest} aria-label={label} />
    </Tip>
  )
}
