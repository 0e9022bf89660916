import { Button, type ButtonProps } from './button.tsx'
import type { IconName } from './icon.tsx'
import { Tip, type TipProps } from './tooltip.tsx'

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> {
  readonly icon: IconName
  /** Its name: what it does, as a verb. Shown as a tip, read to who cannot see. */
  readonly label: string
  /** Keys that do the same, for the tip. */
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
