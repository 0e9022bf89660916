import { useEffect, useState } from 'react'
import { ExportRecordingsDialog } from '../../exports/export-recordings-dialog.tsx'
import { hasText } from '../../exports/has-text.ts'
import { useEscape } from '../../keys/use-escape.ts'
import { useRecordingsOf } from '../../rpc/queries.ts'
import { Button } from '../../ui/button.tsx'
import { keptBelow } from '../../ui/kept-below.ts'
import { useSay } from '../../ui/words.tsx'
import { offerJobDialog } from '../imports/import-store.ts'
import { clearSelection, keepSelected, useSelectionStore } from './selection-store.ts'
import styles from './selection.module.css'

const measureBar = (bar: HTMLElement | null): (() => void) | undefined =>
  bar === null ? undefined : keptBelow(bar)

/** Shown below the list while recordings are selected: their number and the actions for them. */
export function SelectedBar() {
  const say = useSay()
  const selected = useSelectionStore((state) => state.selected)
  const [isExporting, setExporting] = useState(false)
  const { data, isPlaceholderData } = useRecordingsOf(selected)
  const isAny = selected.length > 0
  useEffect(() => {
    if (data !== undefined && !isPlaceholderData) keepSelected(data.map(({ id }) => id))
  }, [data, isPlaceholderData])
  useEscape(isAny, clearSelection)
  const cards = selected.flatMap((id) => data?.find((card) => card.id === id) ?? [])
  const clear = (): void => {
    clearSelection()
    // The focused button was removed.
    document.getElementById('content')?.focus({ preventScroll: true })
  }
  return (
    // Always in the document, so that screen readers announce content that is added to it.
    <div ref={measureBar} className={styles.bar} {...(isAny ? { 'data-open': true } : {})}>
      <output className={styles.count}>{isAny && say('library.selected', { count: selected.length })}</output>
      {isAny && (
        <div role="toolbar" aria-label={say('library.selected.bar')} className={styles.ways}>
          <Button
            variant="line"
            icon="out"
            disabled={!cards.some(hasText)}
            onPress={() => setExporting(true)}
          >
            {say('library.export')}
          </Button>
          <Button variant="line" icon="retry" onPress={() => offerJobDialog(selected)}>
            {say('library.transcribe')}
          </Button>
          <Button icon="x" onPress={clear}>
            {say('library.selected.clear')}
          </Button>
        </div>
      )}
      {isExporting && <ExportRecordingsDialog cards={cards} onClose={() => setExporting(false)} />}
    </div>
  )
}
