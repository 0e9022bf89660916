import type { ReactNode } from 'react'
import type { SidePanelId } from '../editor/editor-store.ts'
import { Tabs } from '../ui/tabs.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './recording.module.css'

export interface SidePanelProps {
  readonly chosen: SidePanelId
  readonly onChoose: (panel: SidePanelId) => void
  /** How many places are to be checked; undefined while they are searched. */
  readonly checkCount: number | undefined
  readonly panels: Readonly<Record<SidePanelId, ReactNode>>
}

/** The panel next to the text: the same four tabs in words at every width. */
export function SidePanel({ chosen, onChoose, checkCount, panels }: SidePanelProps) {
  const say = useSay()
  return (
    <Tabs
      label={say('editor.panel')}
      className={styles.sideFill}
      listClassName={styles.sideTabs}
      panelClassName={styles.sideFill}
      chosen={chosen}
      onChoose={onChoose}
      tabs={[
        { id: 'voices', label: say('voices.title'), panel: panels.voices },
        {
          id: 'check',
          label: say('editor.tab.check'),
          count: checkCount === 0 ? undefined : checkCount,
          panel: panels.check,
        },
        { id: 'notes', label: say('notes.title'), panel: panels.notes },
        { id: 'details', label: say('editor.details'), panel: panels.details },
      ]}
    />
  )
}
