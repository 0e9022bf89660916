import { type KeyboardEvent, useRef } from 'react'
import type { RecordingCard } from '#contracts/calls/recordings'
import { Checkbox } from '../../ui/checkbox.tsx'
import { useSay } from '../../ui/words.tsx'
import {
  setSelected,
  setSelectedTo,
  stepSelection,
  useIsSelected,
  useSelectionStore,
} from './selection-store.ts'
import styles from './selection.module.css'

/**
 * Selects a recording, at the start of its row; seen where the row is pointed at, has the focus, or any is selected. With
 * Shift all from the one before to this one, as mail programs do.
 */
export function RowCheckbox({ card }: { readonly card: Pick<RecordingCard, 'id' | 'title'> }) {
  const say = useSay()
  /** Of the click or key that is on its way: the change itself does not tell. */
  const withShift = useRef(false)
  const select = (isSelected: boolean): void => {
    if (withShift.current) setSelectedTo(card.id, isSelected)
    else setSelected(card.id, isSelected)
    withShift.current = false
  }
  const step = (event: KeyboardEvent): void => {
    withShift.current = event.shiftKey
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (way === undefined || !event.shiftKey) return
    event.preventDefault()
    const { listed } = useSelectionStore.getState()
    const next = listed[listed.indexOf(card.id) + way]
    if (next === undefined) return
    stepSelection(card.id, next)
    document.querySelector<HTMLElement>(`[data-pick="${CSS.escape(next)}"] input`)?.focus()
  }
  return (
    <span
      className={styles.pick}
      data-pick={card.id}
      onPointerDownCapture={(event) => (withShift.current = event.shiftKey)}
      onKeyDownCapture={step}
    >
      <Checkbox
        label={say('library.select.one', { title: card.title })}
        checked={useIsSelected(card.id)}
        onChange={select}
      />
    </span>
  )
}
