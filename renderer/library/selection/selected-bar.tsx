import { useEffect, useState } from 'react'
import { ExportRecordingsDialog } from '../../exports/export-recordings-dialog.tsx'
import { hasText } from '../../exports/has-text.ts'
import { useEscape } from '../../keys/use-escape.ts'
import { useRecordingCounts, useRecordingsOf } from '../../rpc/recording-queries.ts'
import { Button } from '../../ui/button.tsx'
import { keptBelow } from '../../ui/kept-below.ts'
import { useFocusAfterClose } from '../../ui/use-focus-after-close.ts'
import { useSay } from '../../ui/words.tsx'
import { DeleteSelectedDialog } from '../dialogs/delete-selected-dialog.tsx'
import { TagsDialog } from '../dialogs/tags-dialog.tsx'
import { offerJobDialog } from '../imports/import-store.ts'
import { clearSelection, keepSelected, useSelectionStore } from './selection-store.ts'
import styles from './selection.module.css'

const measureBar = (bar: HTMLElement | null): (() => void) | undefined =>
  bar === null ? undefined : keptBelow(bar)

/** Shown below the list while recordings are selected: their number and the actions for them. */
export function SelectedBar() {
  const say = useSay()
  const selected = useSelectionStore((state) => state.selected)
  const [open, setOpen] = useState<'export' | 'tags' | null>(null)
  const [deletedIds, setDeletedIds] = useState<readonly string[] | null>(null)
  const tags = useRecordingCounts().data?.tags ?? []
  const { data, isPlaceholderData } = useRecordingsOf(selected)
  const isAny = selected.length > 0
  useEffect(() => {
    if (data !== undefined && !isPlaceholderData) keepSelected(data.map(({ id }) => id))
  }, [data, isPlaceholderData])
  useEscape(isAny, clearSelection)
  // Its focused button is removed with it.
  useFocusAfterClose(isAny)
  const cards = selected.flatMap((id) => data?.find((card) => card.id === id) ?? [])
  return (
    // Always in the document, so that screen readers announce content that is added to it.
    <section
      ref={measureBar}
      className={styles.bar}
      aria-label={say('library.selected.bar')}
      {...(isAny ? { 'data-open': true } : {})}
    >
      <output className={styles.count}>{isAny && say('library.selected', { count: selected.length })}</output>
      {isAny && (
        <div role="toolbar" aria-label={say('library.selected.bar')} className={styles.ways}>
          <Button variant="line" icon="out" disabled={!cards.some(hasText)} onPress={() => setOpen('export')}>
            {say('library.export')}
          </Button>
          <Button variant="line" icon="retry" onPress={() => offerJobDialog(selected)}>
            {say('library.transcribe')}
          </Button>
          <Button variant="line" disabled={cards.length === 0} onPress={() => setOpen('tags')}>
            {say('library.tags')}
          </Button>
          <Button variant="line" icon="trash" onPress={() => setDeletedIds(selected)}>
            {say('library.delete')}
          </Button>
          <Button icon="x" onPress={clearSelection}>
            {say('library.selected.clear')}
          </Button>
        </div>
      )}
      {open === 'export' && <ExportRecordingsDialog cards={cards} onClose={() => setOpen(null)} />}
      {open === 'tags' && <TagsDialog cards={cards} knownTags={tags} onClose={() => setOpen(null)} />}
      {deletedIds !== null && (
        <DeleteSelectedDialog recordingIds={deletedIds} onClose={() => setDeletedIds(null)} />
      )}
    </section>
  )
}
