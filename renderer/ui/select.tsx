import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { popoverClass } from './popover.tsx'
import styles from './select.module.css'

export interface SelectProps<Id extends string> {
  readonly label: string
  /** Shows the label above; otherwise only screen readers read it. */
  readonly showLabel?: boolean
  readonly choices: readonly { readonly id: Id; readonly label: string }[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
  readonly size?: 'normal' | 'small'
  readonly disabled?: boolean
  /** The button got the focus, including back from the list. */
  readonly onFocus?: () => void
  readonly className?: string | undefined
}

/** One of many options; typing the first letters selects. */
export function Select<Id extends string>({
  label,
  showLabel = false,
  choices,
  chosen,
  onChoose,
  size = 'normal',
  disabled = false,
  onFocus,
  className,
}: SelectProps<Id>) {
  return (
    <AriaSelect
      className={classNames(styles.select, className)}
      value={chosen}
      onChange={(key) => key !== null && onChoose(key as Id)}
      isDisabled={disabled}
      {...(showLabel ? {} : { 'aria-label': label })}
    >
      {showLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <Button
        className={classNames(styles.pick, size === 'small' && styles.small)}
        {...(onFocus === undefined ? {} : { onFocus })}
      >
        <SelectValue className={styles.value ?? ''}>{({ selectedText }) => selectedText}</SelectValue>
        <Icon name="down" small />
      </Button>
      <Popover className={popoverClass} offset={4}>
        <ListBox className={styles.list ?? ''}>
          {choices.map((choice) => (
            <ListBoxItem
              key={choice.id}
              id={choice.id}
              textValue={choice.label}
              className={styles.option ?? ''}
            >
              <Icon name="check" small />
              {choice.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
