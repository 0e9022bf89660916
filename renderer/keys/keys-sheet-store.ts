import { create } from 'zustand'

/** Whether the overview of shortcuts is open. */
export const useKeysSheet = create<{ readonly open: boolean }>(() => ({ open: false }))

export function openKeysSheet(): void {
  useKeysSheet.setState({ open: true })
}

export function closeKeysSheet(): void {
  useKeysSheet.setState({ open: false })
}
