import type { RecordingCard } from '#contracts/calls/recordings'
import { Checkbox } from '../../ui/checkbox.tsx'
import { useSay } from '../../ui/words.tsx'
import { setSelected, useIsSelected } from './selection-store.ts'
import styles from './selection.module.css'

/** Selects a recording, at the start of its row; seen where the row is pointed at, has the focus, or any is selected. */
export function RowCheckbox({ card }: { readonly card: Pick<RecordingCard, 'id' | 'title'> }) {
  const say = useSay()
  return (
    <span className={styles.pick}>
      <Checkbox
        label={say('library.select.one', { title: card.title })}
        checked={useIsSelected(card.id)}
        onChange={(isSelected) => setSelected(card.id, isSelected)}
      />
    </span>
  )
}
