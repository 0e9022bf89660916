import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './tabs.module.css'

export interface TabItem<Id extends string> {
  readonly id: Id
  readonly label: string
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
            {tab.label}
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
