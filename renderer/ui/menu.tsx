import type { ReactElement, ReactNode } from 'react'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components'
import { Icon, type IconName } from './icon.tsx'
import styles from './menu.module.css'
import { popoverClass } from './popover.tsx'

export interface MenuProps {
  readonly label: string
  /** The button that opens it: a Button or an IconButton from this folder. */
  readonly trigger: ReactElement
  /** MenuItem and MenuLine. */
  readonly children: ReactNode
}

export function Menu({ label, trigger, children }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={popoverClass} placement="bottom end" offset={4}>
        <AriaMenu className={styles.menu ?? ''} aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

export interface MenuItemProps {
  readonly children: string
  readonly onChoose: () => void
  readonly icon?: IconName
  /** Equivalent keys. */
  readonly keys?: string | undefined
  /** A number at the end of the row. */
  readonly count?: string
  readonly disabled?: boolean
}

export function MenuItem({ children, onChoose, icon, keys, count, disabled = false }: MenuItemProps) {
  return (
    <AriaMenuItem
      className={styles.item ?? ''}
      textValue={children}
      isDisabled={disabled}
      onAction={onChoose}
    >
      {icon && <Icon name={icon} small />}
      <span className={styles.text}>{children}</span>
      {count !== undefined && <span className={styles.count}>{count}</span>}
      {keys && <kbd>{keys}</kbd>}
    </AriaMenuItem>
  )
}

export interface MenuTick<Id extends string> {
  readonly id: Id
  readonly label: string
  /** A number at the end of the row. */
  readonly count?: string
}

export interface MenuTicksProps<Id extends string> {
  readonly label: string
  readonly ticks: readonly MenuTick<Id>[]
  readonly ticked: ReadonlySet<Id>
  readonly onTick: (ticked: ReadonlySet<Id>) => void
}

/** Rows of a menu that are ticked one by one; the menu stays open. */
export function MenuTicks<Id extends string>({ label, ticks, ticked, onTick }: MenuTicksProps<Id>) {
  return (
    <MenuSection
      aria-label={label}
      selectionMode="multiple"
      selectedKeys={ticked}
      shouldCloseOnSelect={false}
      onSelectionChange={(keys) =>
        onTick(new Set(ticks.flatMap(({ id }) => (keys === 'all' || keys.has(id) ? id : []))))
      }
    >
      {ticks.map(({ id, label: text, count }) => (
        <AriaMenuItem key={id} id={id} className={styles.item ?? ''} textValue={text}>
          <Icon name="check" small />
          <span className={styles.text}>{text}</span>
          {count !== undefined && <span className={styles.count}>{count}</span>}
        </AriaMenuItem>
      ))}
    </MenuSection>
  )
}

export interface MenuChoicesProps<Id extends string> {
  readonly label: string
  readonly choices: readonly { readonly id: Id; readonly label: string }[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
}

/** Rows of a menu of which one is chosen. */
export function MenuChoices<Id extends string>({ label, choices, chosen, onChoose }: MenuChoicesProps<Id>) {
  return (
    <MenuSection
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const choice = choices.find(({ id }) => keys !== 'all' && keys.has(id))
        if (choice !== undefined) onChoose(choice.id)
      }}
    >
      {choices.map(({ id, label: text }) => (
        <AriaMenuItem key={id} id={id} className={styles.item ?? ''} textValue={text}>
          <Icon name="check" small />
          <span className={styles.text}>{text}</span>
        </AriaMenuItem>
      ))}
    </MenuSection>
  )
}

/** An item that opens further ones beside it; `children` as those of a Menu. */
export function SubMenu({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <SubmenuTrigger>
      <AriaMenuItem className={styles.item ?? ''} textValue={label}>
        <span className={styles.text}>{label}</span>
        <Icon name="fwd" small />
      </AriaMenuItem>
      <Popover className={popoverClass} offset={4}>
        <AriaMenu className={styles.menu ?? ''} aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </SubmenuTrigger>
  )
}

export function MenuLine() {
  return <Separator className={styles.line ?? ''} />
}
