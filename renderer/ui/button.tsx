import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import styles from './button.module.css'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

/** `main`: filled, one per screen; `forever`: what it deletes cannot be restored. */
export type ButtonVariant = 'main' | 'line' | 'quiet' | 'forever'
export type ButtonSize = 'normal' | 'small' | 'big'

export interface ButtonProps extends Omit<
  AriaButtonProps,
  'className' | 'children' | 'isDisabled' | 'style' | 'autoFocus'
> {
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  readonly icon?: IconName
  /** For a toggle button: shown as pressed, announced to screen readers; mixed if it applies to a part. */
  readonly pressed?: boolean | 'mixed'
  /** Stays focusable, so that the focus is not lost when an action becomes unavailable. */
  readonly disabled?: boolean
  /** Focused when it appears (the safe answer of a dialog). */
  readonly takesFocus?: boolean
  readonly className?: string | undefined
  readonly children?: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

/** Class names of a button, for links that look like one. */
export function buttonClass(
  variant: ButtonVariant = 'quiet',
  size: ButtonSize = 'normal',
  iconOnly = false,
): string {
  return classNames(
    styles.button,
    variant === 'main' && styles.main,
    variant === 'line' && styles.line,
    variant === 'forever' && styles.forever,
    size === 'small' && styles.small,
    size === 'big' && styles.big,
    iconOnly && styles.icon,
  )
}

export function Button({
  variant = 'quiet',
  size = 'normal',
  icon,
  pressed,
  disabled = false,
  takesFocus = false,
  className,
  children,
  onPress,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      type={disabled ? 'button' : type}
      className={classNames(buttonClass(variant, size, children === undefined), className)}
      {...(takesFocus ? { autoFocus: true } : {})}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(disabled ? { 'aria-disabled': true } : {})}
      {...(onPress && !disabled ? { onPress } : {})}
    >
      {icon && <Icon name={icon} small={size === 'small'} />}
      {children}
    </AriaButton>
  )
}
