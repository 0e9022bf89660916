import { create } from 'zustand'

interface SelectionState {
  /** Ids of recordings, in order of selection. */
  readonly selected: readonly string[]
  /** All recordings in the list, in its order. */
  readonly listed: readonly string[]
  /** Start of a range: the recording that was selected or deselected last. */
  readonly anchor: string | null
}

/** The selection in the list of recordings. */
export const useSelectionStore = create<SelectionState>(() => ({ selected: [], listed: [], anchor: null }))

const set = useSelectionStore.setState

export function setListed(listed: readonly string[]): void {
  set({ listed })
}

export function setSelected(recordingId: string, isSelected: boolean): void {
  set(({ selected }) => ({ selected: withThose(selected, [recordingId], isSelected), anchor: recordingId }))
}

/** Selects or deselects all from the anchor to this one; only this one if the list has no anchor. */
export function setSelectedTo(recordingId: string, isSelected: boolean): void {
  set(({ selected, listed, anchor }) => {
    const from = anchor === null ? -1 : listed.indexOf(anchor)
    const to = listed.indexOf(recordingId)
    const range =
      from < 0 || to < 0 ? [recordingId] : listed.slice(Math.min(from, to), Math.max(from, to) + 1)
    return { selected: withThose(selected, range, isSelected), anchor: recordingId }
  })
}

/**
 * Moves from one row to a neighbor: both are selected; a step back towards the start of the range deselects the row
 * that is left.
 */
export function stepSelection(fromId: string, toId: string): void {
  set(({ selected, listed, anchor }) => {
    const [from, to] = [listed.indexOf(fromId), listed.indexOf(toId)]
    const start = anchor === null ? -1 : listed.indexOf(anchor)
    const range = start < 0 ? [] : listed.slice(Math.min(start, from), Math.max(start, from) + 1)
    const isOfRange = range.length > 0 && range.every((id) => selected.includes(id))
    const isBack = isOfRange && Math.abs(to - start) < Math.abs(from - start)
    return {
      selected: isBack ? withThose(selected, [fromId], false) : withThose(selected, [fromId, toId], true),
      anchor: isOfRange ? anchor : fromId,
    }
  })
}

export function selectAll(): void {
  set(({ selected, listed }) => ({ selected: withThose(selected, listed, true) }))
}

/** Items selected before keep their position. */
function withThose(selected: readonly string[], ids: readonly string[], isSelected: boolean): string[] {
  if (!isSelected) return selected.filter((id) => !ids.includes(id))
  return [...new Set([...selected, ...ids])]
}

export function clearSelection(): void {
  set({ selected: [], anchor: null })
}

/** Deselects recordings that were removed. */
export function keepSelected(present: readonly string[]): void {
  const { selected } = useSelectionStore.getState()
  const kept = selected.filter((id) => present.includes(id))
  if (kept.length < selected.length) set({ selected: kept })
}

export function useIsSelected(recordingId: string): boolean {
  return useSelectionStore(({ selected }) => selected.includes(recordingId))
}
