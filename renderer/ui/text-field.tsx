import type { KeyboardEventHandler, ReactNode, Ref } from 'react'
import { FieldError, Input, Label, Text, TextField as AriaTextField } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import styles from './text-field.module.css'

export interface TextFieldProps {
  readonly label: string
  /** Shows the label above; otherwise only screen readers read it. */
  readonly showLabel?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onEnter?: () => void
  readonly onEscape?: () => void
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement>
  readonly onBlur?: () => void
  readonly type?: 'text' | 'search'
  readonly placeholder?: string
  readonly icon?: IconName
  readonly size?: 'normal' | 'small'
  readonly hint?: ReactNode
  /** What is wrong, in one sentence; shown below, with a red border. */
  readonly error?: string | null
  readonly disabled?: boolean
  /** Focused when it appears (the first field of a dialog). */
  readonly takesFocus?: boolean
  readonly spellCheck?: boolean
  /** Id of a `datalist` with what is often typed. */
  readonly list?: string
  readonly inputRef?: Ref<HTMLInputElement>
  /** Content at the right inside the field. */
  readonly end?: ReactNode
  readonly className?: string | undefined
}

export function TextField({
  label,
  showLabel = false,
  value,
  onChange,
  onEnter,
  onEscape,
  onKeyDown,
  onBlur,
  type = 'text',
  placeholder,
  icon,
  size = 'normal',
  hint,
  error = null,
  disabled = false,
  takesFocus = false,
  spellCheck = false,
  list,
  inputRef,
  end,
  className,
}: TextFieldProps) {
  return (
    <AriaTextField
      className={classNames(styles.wrap, className)}
      value={value}
      onChange={onChange}
      type={type}
      isInvalid={error !== null}
      isDisabled={disabled}
      {...(takesFocus ? { autoFocus: true } : {})}
      {...(onBlur ? { onBlur } : {})}
      {...(showLabel ? {} : { 'aria-label': label })}
    >
      {showLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <div className={classNames(styles.field, size === 'small' && styles.small)}>
        {icon && <Icon name={icon} small={size === 'small'} />}
        <Input
          {...(inputRef ? { ref: inputRef } : {})}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(list === undefined ? {} : { list })}
          spellCheck={spellCheck}
          autoComplete="off"
          onKeyDown={(event) => {
            onKeyDown?.(event)
            // Enter that ends a composition does not submit.
            if (event.defaultPrevented || event.nativeEvent.isComposing) return
            if (event.key === 'Enter' && onEnter) {
              event.preventDefault()
              onEnter()
            }
            if (event.key === 'Escape' && onEscape) {
              event.preventDefault()
              event.stopPropagation()
              onEscape()
            }
          }}
        />
        {end}
      </div>
      {hint !== undefined && error === null && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>
        <Icon name="warn" small />
        {error}
      </FieldError>
    </AriaTextField>
  )
}
