import { create } from 'zustand'

interface SelectionState {
  /** Ids of recordings, in the order in which they were selected. */
  readonly selected: readonly string[]
}

/** What is selected in the list of recordings. */
export const useSelectionStore = create<SelectionState>(() => ({ selected: [] }))

const set = useSelectionStore.setState

export function setSelected(recordingId: string, isSelected: boolean): void {
  set(({ selected }) => {
    const others = selected.filter((id) => id !== recordingId)
    return { selected: isSelected ? [...others, recordingId] : others }
  })
}

export function clearSelection(): void {
  set({ selected: [] })
}

/** Recordings that are gone leave the selection. */
export function keepSelected(present: readonly string[]): void {
  const { selected } = useSelectionStore.getState()
  const kept = selected.filter((id) => present.includes(id))
  if (kept.length < selected.length) set({ selected: kept })
}

export function useIsSelected(recordingId: string): boolean {
  return useSelectionStore(({ selected }) => selected.includes(recordingId))
}
