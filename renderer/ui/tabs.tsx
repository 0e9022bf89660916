import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import styles from './tabs.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface TabItem<Id extends string> {
  readonly id: Id
  readonly label: string
  /** Shown instead of the label, which then becomes the tooltip. */
  readonly icon?: IconName
  /** A number next to the label. */
  readonly count?: number | undefined
  readonly panel: ReactNode
}

export interface TabsProps<Id extends string> {
  readonly label: string
  readonly tabs: readonly TabItem<Id>[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
  readonly className?: string | undefined
  readonly listClassName?: string | undefined
  readonly panelClassName?: string | undefined
}

/** Tabs with panels; only the selected panel is mounted. */
export function Tabs<Id extends string>({
  label,
  tabs,
  chosen,
  onChoose,
  className,
  listClassName,
  panelClassName,
}: TabsProps<Id>) {
  return (
    <AriaTabs
      className={classNames(className)}
      selectedKey={chosen}
      onSelectionChange={(key) => onChoose(key as Id)}
    >
      <TabList className={classNames(styles.list, listClassName)} aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={styles.tab ?? ''}>
            {tab.icon === undefined ? (
              tab.label
            ) : (
              <span className={styles.iconLabel} title={tab.label}>
                <Icon name={tab.icon} small />
                <VisuallyHidden>{tab.label}</VisuallyHidden>
              </span>
            )}
            {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={classNames(styles.panel, panelClassName)}>
          {tab.panel}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}

/** For links that look like tabs (the views of a recording). */
export const tabLinkClasses = { list: styles.list ?? '', tab: styles.tab ?? '', count: styles.count ?? '' }
