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
 * Selects a recording, at the start of its row; visible while the row is hovered or focused, or while anything is
 * selected. With Shift it selects the range from the previous one, as in mail programs.
 */
export function RowCheckbox({ card }: { readonly card: Pick<RecordingCard, 'id' | 'title'> }) {
  const say = useSay()
  /** Set by the preceding click or key press, as the change event has no modifier keys. */
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
